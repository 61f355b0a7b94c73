package io.nanocell.pipeline;

import java.util.List;

/// What is known of a gene.
///
/// @param terms ids of its GO terms
public record GeneFacts(String symbol, List<String> aliases, List<MarkerOf> markerOf, List<String> terms) {}
