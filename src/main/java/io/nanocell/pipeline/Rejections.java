package io.nanocell.pipeline;

import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import io.nanocell.spatial.GraphTooLargeException;
import java.util.List;

/// Turns what is wrong with a bundle into what a caller is told.
final class Rejections {

    private Rejections() {}

    static RequestRejected of(MalformedBundleException cause) {
        int status = switch (cause.slug()) {
            case "too-large" -> 413;
            case "insufficient-storage" -> 507;
            case "unsupported-file" -> 415;
            case "malformed-bundle" -> 400;
            default -> 422;
        };
        return new RequestRejected(
                cause.slug(),
                status,
                String.valueOf(cause.getMessage()),
                cause.violations().stream()
                        .map(v -> new ProblemViolation(v.file(), v.field(), v.value(), v.remedy()))
                        .toList());
    }

    static RequestRejected of(GraphTooLargeException cause, double radius) {
        return new RequestRejected(
                "invalid-parameters",
                422,
                String.valueOf(cause.getMessage()),
                List.of(new ProblemViolation(
                        null, "parameters.hsnmf.radius", String.valueOf(radius), "send a smaller radius")));
    }
}
