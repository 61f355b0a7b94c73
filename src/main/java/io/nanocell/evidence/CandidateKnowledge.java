package io.nanocell.evidence;

import io.nanocell.evidence.candidates.MarkerModel;
import io.nanocell.reference.ReferenceKnowledge;

/// The evidence of all genes for all types, worked out once per reference data and shared by all requests.
public final class CandidateKnowledge {

    private final MarkerModel model;

    /// Takes a few tenths of a second and some 20 MB with the full databases.
    public CandidateKnowledge(ReferenceKnowledge reference) {
        this.model = new MarkerModel(reference);
    }

    /// @return what it was worked out from
    public ReferenceKnowledge reference() {
        return model.knowledge();
    }

    MarkerModel model() {
        return model;
    }
}
