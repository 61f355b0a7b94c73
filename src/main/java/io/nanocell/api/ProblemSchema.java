package io.nanocell.api;

import io.nanocell.results.ProblemViolation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// For the documentation: the members of every error, see [io.nanocell.security.Problems].
@Schema(name = "ProblemDetail", description = "What went wrong (RFC 9457)")
record ProblemSchema(
        @Schema(description = "`/problems/` and a stable slug: what programs decide by")
        String type,

        @Schema(description = "The slug in words") String title,

        @Schema(description = "The HTTP status") int status,

        @Schema(description = "What is wrong this time") String detail,

        @Schema(description = "Path of the call") String instance,

        @Schema(description = "Each thing that is wrong: where, what was found, what to do")
        List<ProblemViolation> violations) {}
