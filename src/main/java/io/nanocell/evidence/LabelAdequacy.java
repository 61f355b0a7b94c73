package io.nanocell.evidence;

import io.nanocell.reference.Label;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a panel can call a type.
///
/// @param label of the type
/// @param status what simulated clusters of the type came to
/// @param onPanel its strongest markers on the panel, strongest first, at most ten
/// @param parent name of the ancestor that is called instead; null unless PARENT_ONLY
public record LabelAdequacy(
        Label label,
        Status status,
        List<String> onPanel,
        @Nullable String parent) {

    /// Outcome of the simulation.
    public enum Status {
        /// In at least 80 % of the draws the type is the first candidate and above chance.
        CALLABLE,
        /// In at least 80 % of the draws the type or an ancestor is.
        PARENT_ONLY,
        /// Neither.
        NOT_CALLABLE
    }

    public LabelAdequacy {
        onPanel = List.copyOf(onPanel);
        if ((parent != null) != (status == Status.PARENT_ONLY)) {
            throw new IllegalArgumentException("%s with parent %s".formatted(status, parent));
        }
    }
}
