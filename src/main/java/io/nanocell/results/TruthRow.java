package io.nanocell.results;

import java.util.List;

/// What experts say a cluster is.
///
/// @param id of the cluster: its number, or its name
/// @param cellOntologyIds one or more terms, each of them right
public record TruthRow(String id, List<String> cellOntologyIds) {}
