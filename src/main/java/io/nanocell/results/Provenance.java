package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a result was made with.
///
/// @param reference the sources in use
/// @param model that was asked; null where none was
/// @param inputs the section's files
/// @param leftOut sources of markers that the service was told to do without; null in results of earlier versions
public record Provenance(
        String version,
        List<SourceVersion> reference,
        @Nullable ModelVersion model,
        List<InputFile> inputs,
        @Nullable List<String> leftOut) {}
