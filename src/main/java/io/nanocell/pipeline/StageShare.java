package io.nanocell.pipeline;

import io.nanocell.results.JobStage;

/// How much of a job each stage is, roughly as measured on sections of 20,000 to 200,000 cells with a model running.
final class StageShare {

    private static final double[] BEFORE = {0, 0.08, 0.45, 0.52, 0.55, 0.60, 0.95, 0.96, 1};

    private StageShare() {}

    static double before(JobStage stage) {
        return BEFORE[stage.ordinal()];
    }

    /// @param share of the stage that is done, 0..1
    static double within(JobStage stage, double share) {
        double from = BEFORE[stage.ordinal()];
        return from + share * (BEFORE[stage.ordinal() + 1] - from);
    }
}
