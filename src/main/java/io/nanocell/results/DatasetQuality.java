package io.nanocell.results;

/// Figures over all cells, before any filter.
public record DatasetQuality(double medianTranscripts, double medianGenes, double controlRate, int emptyCells) {}
