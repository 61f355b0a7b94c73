package io.nanocell.results;

/// Share of edge weight within domains, per graph.
public record AdjacencyScore(double contact, double radius, double hybrid) {}
