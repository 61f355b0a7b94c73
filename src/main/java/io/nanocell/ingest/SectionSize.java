package io.nanocell.ingest;

/// What of a section decides how much memory its analysis needs, before any of it is read in full.
///
/// @param cells number of cells
/// @param features genes, controls and others
/// @param entries stored counts
/// @param x centroids in µm as the table gives them, not yet joined to the matrix
/// @param y centroids in µm, as many
public record SectionSize(int cells, int features, long entries, double[] x, double[] y) {}
