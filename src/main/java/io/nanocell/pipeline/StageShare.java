package io.nanocell.pipeline;

import io.nanocell.results.JobStage;

/// How much of a job each stage is, roughly as measured on sections of 20,000 to 200,000 cells with a model running.
final class StageShare {

    private StageShare() {}

    /// @return progress of the job when the stage begins, 0..1
    static double before(JobStage stage) {
        return switch (stage) {
            case INGEST -> 0;
            case SPATIAL -> 0.08;
            case MARKERS -> 0.45;
            case ENRICHMENT -> 0.52;
            case CANDIDATES -> 0.55;
            case INFERENCE -> 0.60;
            case CONFIDENCE -> 0.95;
            case STORE -> 0.96;
        };
    }

    /// @param share of the inference that is done, 0..1
    static double withinInference(double share) {
        double from = before(JobStage.INFERENCE);
        return from + share * (before(JobStage.CONFIDENCE) - from);
    }
}
