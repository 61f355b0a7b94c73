package io.nanocell.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A label with markers of its own that a user adds to the label space.
///
/// @param label its name
/// @param cellOntologyId of the type; null: found by the label's name, else the label has no term
/// @param genes its markers, at least one
public record MarkerSet(String label, @Nullable String cellOntologyId, List<String> genes) {

    public MarkerSet {
        if (label.isBlank() || genes.isEmpty()) {
            throw new IllegalArgumentException(
                    "a marker set needs a label and genes, got \"%s\" with %d".formatted(label, genes.size()));
        }
        genes = List.copyOf(genes);
    }
}
