package io.nanocell.pipeline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One cluster in the lift ledger.
///
/// @param outcome of the question to the model: CHOSE, ABSTAINED, or UNUSABLE and UNAVAILABLE with the reason; null
/// where nothing was asked
/// @param left whether the model gave a usable answer that is not `best`
/// @param best the candidate that the evidence puts first; null where there is none
/// @param chosen the model's choice; null where it made none
/// @param action NOT_ASKED, NO_ANSWER, AGREED, STANDS, BACKED_OFF, OVERRULED, WITHHELD or NOT_CALLED
/// @param label of the cluster, as the machine gave it
/// @param evidenceLabel what the evidence alone would call it
/// @param agreement of the stability run; null where there was none
/// @param truth what experts say; null where not given
/// @param effect HELPED, HARMED, SPARED, LOST or NONE, see the ledger; null without a truth
public record LiftRow(
        int number,
        String name,
        int cells,
        @Nullable String outcome,
        boolean left,
        @Nullable Side best,
        @Nullable Side chosen,
        String action,
        @Nullable String label,
        @Nullable String cellOntologyId,
        String verdict,
        @Nullable Double confidence,
        String decidedBy,
        List<String> reasons,
        String evidenceLabel,
        @Nullable String evidenceCellOntologyId,
        String evidenceVerdict,
        @Nullable Double agreement,
        @Nullable List<String> truth,
        @Nullable Effect effect) {

    /// What the evidence says of one of two labels.
    ///
    /// @param support null, as what follows, for a label that is no candidate: "Unresolved", or one of the whole
    /// label space that no marker supports
    public record Side(
            String label,
            @Nullable String cellOntologyId,
            @Nullable Double support,
            @Nullable Double confidence,
            @Nullable Double pValueMax) {}

    /// What the model and the policy changed, against the evidence alone.
    public enum Effect {
        /// Right, where the evidence alone is wrong or names nothing.
        HELPED,
        /// Wrong, where the evidence alone is right.
        HARMED,
        /// Not named, where the evidence alone is wrong.
        SPARED,
        /// Not named, where the evidence alone is right.
        LOST,
        /// Neither.
        NONE
    }
}
