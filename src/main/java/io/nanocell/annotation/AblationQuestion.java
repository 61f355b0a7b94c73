package io.nanocell.annotation;

import io.nanocell.inference.EvidenceKind;
import java.util.Set;

/// One way to ask the model.
///
/// @param evidence kinds that it is shown
/// @param enumerated whether the schema lists the labels
/// @param top how many candidates it is offered
public record AblationQuestion(Set<EvidenceKind> evidence, boolean enumerated, int top) {

    /// @throws IllegalArgumentException if no candidate is offered
    public AblationQuestion {
        evidence = Set.copyOf(evidence);
        if (top < 1) {
            throw new IllegalArgumentException("top must be at least 1, not " + top);
        }
    }
}
