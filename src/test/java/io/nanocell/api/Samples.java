package io.nanocell.api;

import io.nanocell.results.ClusterAnswer;
import io.nanocell.results.ClusterView;
import io.nanocell.results.DatasetQuality;
import io.nanocell.results.DatasetView;
import io.nanocell.results.FileView;
import io.nanocell.results.JobLink;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobStage;
import io.nanocell.results.JobState;
import io.nanocell.results.JobView;
import io.nanocell.results.PartsView;
import io.nanocell.results.ReannotationView;
import io.nanocell.results.RunnerUp;
import io.nanocell.results.StageTiming;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Read models as the services answer them.
final class Samples {

    static final UUID DATASET = UUID.fromString("3f1c1f6e-8f0a-4c57-9c57-7c1f6a1b2d01");
    static final UUID JOB = UUID.fromString("b7f0a6a2-5a0e-4a55-8a3e-2c9d1e4f5a02");

    static final UUID REANNOTATION = UUID.fromString("9a3e6b74-0d52-4c1c-9b0e-6f2b8d7c4e07");

    private static final Instant NOW = Instant.parse("2026-11-22T17:00:00Z");

    private Samples() {}

    static DatasetView dataset() {
        return new DatasetView(
                DATASET,
                "section 1",
                null,
                "human",
                null,
                NOW,
                5000,
                300,
                40,
                0,
                "ab".repeat(32),
                List.of(new FileView("cells.csv.gz", 10, "cd".repeat(32))),
                List.of(),
                new DatasetQuality(100, Double.NaN, 0.001, 3),
                new JobLink(JOB, JobState.QUEUED));
    }

    static JobView job(JobState state) {
        return job(state, state == JobState.SUCCEEDED ? JobStage.STORE : null, 0);
    }

    static JobView job(JobState state, @Nullable JobStage stage, double progress) {
        return new JobView(
                JOB,
                DATASET,
                state,
                stage,
                progress,
                NOW,
                null,
                null,
                null,
                List.of(),
                null,
                state == JobState.SUCCEEDED ? "ef".repeat(32) : null,
                null,
                List.of(new StageTiming(JobStage.INGEST, 1.5)),
                JobParameters.NONE,
                null,
                null);
    }

    static ReannotationView reannotation() {
        return new ReannotationView(
                REANNOTATION,
                JOB,
                1,
                JobState.QUEUED,
                NOW,
                null,
                null,
                JobParameters.NONE,
                new ClusterAnswer("T cells", "CL:0000084", "HIGH", 0.75, "EVIDENCE"),
                null,
                List.of(),
                null,
                null);
    }

    static ClusterView cluster(int number, @Nullable String label, String verdict) {
        return cluster(number, "Cluster " + number, label, verdict);
    }

    static ClusterView cluster(int number, String name, @Nullable String label, String verdict) {
        return new ClusterView(
                number,
                name,
                100,
                label,
                verdict.equals("HIGH") ? "CL:0000084" : null,
                verdict,
                0.75,
                List.of(),
                "EVIDENCE",
                List.of("CD3E"),
                List.of(new RunnerUp("NK cells", "CL:0000623", 0.2)),
                new PartsView(20.0, 0.95, 0.9, 0.0, 0.7, 0.9, 0.75, 0.0, 0.8, 1.0, 0.5, 0.9, 0.1, null, 0.0, 0.0));
    }
}
