package io.nanocell.results;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A dataset as served.
public record DatasetView(
        UUID id,
        String name,
        @Nullable String tissue,
        String species,
        @Nullable String disease,
        Instant createdAt,
        int cells,
        int genes,
        int controlFeatures,
        int otherFeatures,
        String sha256,
        List<FileView> files,
        List<Notice> warnings,
        DatasetQuality quality,
        @Nullable JobLink annotationJob) {}
