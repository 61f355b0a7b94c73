package io.nanocell.annotation;

import io.nanocell.confidence.ClusterConfidence;
import io.nanocell.evidence.ClusterEvidence;

/// A cluster before any model is asked.
///
/// @param evidence that the model may be shown
/// @param confidence of every candidate
public record JudgedEvidence(ClusterEvidence evidence, ClusterConfidence confidence) {

    /// @throws IllegalArgumentException if the two are of different clusters
    public JudgedEvidence {
        if (evidence.number() != confidence.number()) {
            throw new IllegalArgumentException("the evidence is of cluster " + evidence.number()
                    + ", the confidence of cluster " + confidence.number());
        }
    }

    public int number() {
        return evidence.number();
    }
}
