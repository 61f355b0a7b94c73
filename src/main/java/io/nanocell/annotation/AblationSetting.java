package io.nanocell.annotation;

import io.nanocell.inference.EvidenceKind;
import java.util.Set;

/// One way to run inference.
///
/// @param evidence kinds that the model is shown
/// @param enumerated whether the schema lists the labels
/// @param top how many candidates the model is offered
/// @param policy how much its choice counts
public record AblationSetting(Set<EvidenceKind> evidence, boolean enumerated, int top, Policy policy) {

    /// @throws IllegalArgumentException if no candidate is offered
    public AblationSetting {
        evidence = Set.copyOf(evidence);
        if (top < 1) {
            throw new IllegalArgumentException("top must be at least 1, not " + top);
        }
    }

    /// @return whether the model is asked the same
    boolean asksAs(AblationSetting other) {
        return evidence.equals(other.evidence) && enumerated == other.enumerated && top == other.top;
    }
}
