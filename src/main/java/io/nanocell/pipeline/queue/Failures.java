package io.nanocell.pipeline.queue;

import io.nanocell.results.Outage;
import io.nanocell.results.Problem;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.util.List;

/// What the reader of a failed job or run is told. Texts of unexpected errors stay in the log: they may hold paths.
public final class Failures {

    private Failures() {}

    public static Problem of(Throwable failure) {
        return switch (failure) {
            case RequestRejected rejected ->
                new Problem(
                        rejected.slug(),
                        "The data cannot be annotated",
                        String.valueOf(rejected.getMessage()),
                        rejected.violations());
            case OutOfMemoryError _ ->
                new Problem(
                        "out-of-memory",
                        "There is not enough memory for it",
                        "The service ran out of memory",
                        remedy("give the service more memory (-Xmx), then try again"));
            default -> ofOthers(failure);
        };
    }

    private static Problem ofOthers(Throwable failure) {
        if (Outage.of(failure) == Outage.OUT_OF_SPACE) {
            return new Problem(
                    "insufficient-storage",
                    "The results could not be stored",
                    "The disk of the service or of its database has no room left",
                    remedy("free disk space, then try again"));
        }
        return new Problem(
                "internal-error",
                "It failed by a defect of the service",
                "Unexpected " + failure.getClass().getSimpleName() + "; the service's log has the details",
                remedy("report this with the service's log"));
    }

    private static List<ProblemViolation> remedy(String text) {
        return List.of(new ProblemViolation(null, null, null, text));
    }
}
