package io.nanocell.reference;

/// That a source gives a gene as a marker of a type.
///
/// @param cellOntologyId of the type
/// @param source of the evidence
/// @param weight evidence of all its lists together, > 0
public record MarkedType(String cellOntologyId, MarkerSource source, double weight) {}
