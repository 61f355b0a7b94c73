package io.nanocell.confidence;

import io.nanocell.reference.CellOntology;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// From a label that is not clear to an admissible ancestor that is: "T cell" where its subtypes cannot be told
/// apart.
///
/// The ancestor keeps its own confidence, whose margin is measured against everything outside its branch; so it
/// is clear only where the branch is.
public record BackOff(CellOntology ontology) {

    /// @return the most specific clear candidate above `from`, none of the ontology's general terms; null where
    /// `from` is clear itself or no ancestor is
    public @Nullable Confidence from(Confidence from, List<Confidence> candidates) {
        if (from.isClear()) {
            return null;
        }
        return candidates.stream()
                .filter(Confidence::isClear)
                .filter(above -> ontology.isAncestor(above.cellOntologyId(), from.cellOntologyId()))
                .filter(above -> !ontology.isGeneral(above.cellOntologyId()))
                .min(Comparator.comparingInt((Confidence above) -> ontology.subtreeSize(above.cellOntologyId()))
                        .thenComparing(Confidence::cellOntologyId))
                .orElse(null);
    }
}
