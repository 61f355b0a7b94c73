package io.nanocell.results;

/// A gene in a cluster.
///
/// @param cluster its number
public record ClusterGene(int cluster, MarkerView statistics) {}
