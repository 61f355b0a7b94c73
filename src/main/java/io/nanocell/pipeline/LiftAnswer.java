package io.nanocell.pipeline;

import io.nanocell.results.ModelVersion;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The lift ledger of a job: where the model left the best-supported candidate, and what became of it.
///
/// @param policy GUARDED, MODEL or EVIDENCE
/// @param model null where none was asked
/// @param counts how often each action was taken
/// @param lift whether it helped; null where no truth was given
/// @param content one row per assessed cluster, by number
public record LiftAnswer(
        UUID jobId,
        String policy,
        @Nullable ModelVersion model,
        Counts counts,
        @Nullable Lift lift,
        List<LiftRow> content) {

    /// @param clusters assessed
    /// @param answered clusters with a usable answer
    /// @param left clusters whose answer is not the best-supported candidate
    public record Counts(
            int clusters,
            int answered,
            int left,
            int agreed,
            int stands,
            int backedOff,
            int overruled,
            int withheld,
            int notCalled) {}

    /// Against expert labels; right is an ontology score of at least ½.
    ///
    /// @param n clusters with a truth
    /// @param label the label that the cluster has, against what the evidence alone would call it; not named is not
    /// right
    /// @param choice the model's bare choice, against the best-supported candidate, in the clusters with a usable
    /// answer
    public record Lift(int n, Comparison label, Comparison choice) {}

    /// Two ways to name the same clusters.
    ///
    /// @param n clusters compared
    /// @param evidenceRight clusters that the evidence has right
    /// @param modelRight clusters that are right with the model
    /// @param helped right with the model alone
    /// @param harmed right by the evidence alone
    /// @param pValue McNemar's exact test, two-sided
    public record Comparison(int n, int evidenceRight, int modelRight, int helped, int harmed, double pValue) {}
}
