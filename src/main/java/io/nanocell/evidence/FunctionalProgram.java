package io.nanocell.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Enriched terms under one GO-slim term.
///
/// @param name of the slim term, or of the term itself where it has no slim ancestor
/// @param goSlimId its id; null where the term has no slim ancestor
/// @param score −log10 of the best FDR
/// @param terms ids of its enriched terms, best first
/// @param genes union of their overlaps
public record FunctionalProgram(
        String name, @Nullable String goSlimId, double score, List<String> terms, List<String> genes) {}
