package io.nanocell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Looks things up in the reference data in use.
@Service
public class ReferenceLookup {

    public ReferenceStatus status() {
        throw new UnsupportedOperationException("skeleton");
    }

    /// @throws io.nanocell.results.RequestRejected for an unknown tissue, listing what is known
    public List<LabelRow> labels(@Nullable String tissue, @Nullable String species) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// @throws io.nanocell.results.NotFoundException for a gene that no source knows
    public GeneFacts gene(String symbol) {
        throw new UnsupportedOperationException("skeleton");
    }

    /// @param genes the panel
    public List<AdequacyRow> adequacy(List<String> genes, @Nullable String tissue) {
        throw new UnsupportedOperationException("skeleton");
    }
}
