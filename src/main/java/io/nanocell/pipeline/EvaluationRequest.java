package io.nanocell.pipeline;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Labels to be scored, of a job or of anybody, and what experts say.
///
/// @param jobId a finished job whose labels are scored; null: `predictions` are
/// @param predictions labels from anywhere; null: those of the job
/// @param truth what experts say, one row for each cluster or cell
/// @param unit what an id stands for; null: CLUSTER
/// @param cellLabels which label of a job's cells is scored; null: OWN
public record EvaluationRequest(
        @Nullable UUID jobId,
        @Nullable List<EvaluationPrediction> predictions,
        @Nullable List<EvaluationTruth> truth,
        @Nullable Unit unit,
        @Nullable CellLabels cellLabels) {

    /// What an id stands for.
    public enum Unit {
        CLUSTER,
        CELL
    }

    /// Which label of a job's cells is scored.
    public enum CellLabels {
        /// The cell's own type; where none is clear, its cluster's label.
        OWN,
        /// Its cluster's label.
        CLUSTER
    }

    /// @return the unit, CLUSTER where none is given
    public Unit unitOrCluster() {
        return unit == null ? Unit.CLUSTER : unit;
    }
}
