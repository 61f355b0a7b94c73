package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a result was made with.
public record Provenance(
        String version,
        List<SourceVersion> reference,
        @Nullable ModelVersion model,
        List<InputFile> inputs) {}
