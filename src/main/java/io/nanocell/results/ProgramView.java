package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Enriched terms under one GO-slim term.
public record ProgramView(
        String name, @Nullable String goSlimId, double score, List<String> terms, List<String> genes) {}
