package io.nanocell.pipeline;

/// That a gene marks a type, according to a source.
public record MarkerOf(String label, String cellOntologyId, String source, double weight) {}
