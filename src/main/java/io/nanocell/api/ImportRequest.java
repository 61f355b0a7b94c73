package io.nanocell.api;

import io.nanocell.pipeline.DatasetRequest;
import io.nanocell.results.JobParameters;
import io.nanocell.results.ProblemViolation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A folder on the server that is registered as a dataset.
///
/// @param path below `nanocell.import-root`
/// @param annotate whether a job is queued at once; absent: yes
record ImportRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String path,

        @Nullable String name,
        @Nullable String tissue,
        @Nullable String species,
        @Nullable String disease,
        @Nullable Boolean annotate,
        @Nullable JobParameters parameters) {

    private static final int MAX_PATH = 4_096;

    String checkedPath() {
        List<ProblemViolation> violations = new ArrayList<>();
        Texts.check("path", path, MAX_PATH, violations);
        Texts.check("name", name, Texts.MAX_NAME, violations);
        Texts.check("tissue", tissue, Texts.MAX_NAME, violations);
        Texts.check("species", species, Texts.MAX_NAME, violations);
        Texts.check("disease", disease, Texts.MAX_NAME, violations);
        if (path == null) {
            violations.add(Rejections.violation("path", null, "Name a folder below the import root of this service"));
        }
        if (path == null || !violations.isEmpty()) {
            throw Rejections.invalid(violations);
        }
        return path;
    }

    DatasetRequest toDatasetRequest() {
        return new DatasetRequest(
                name,
                tissue,
                species,
                disease,
                annotate == null || annotate,
                Objects.requireNonNullElse(parameters, JobParameters.NONE));
    }
}
