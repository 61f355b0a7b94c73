package io.nanocell.evidence;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// The genes of one cluster.
///
/// @param number of the cluster, from 1
/// @param all every kept gene of the panel, in panel order; for a bare list the list itself
/// @param top the markers, strongest first: significant, above the noise floor, at most as many as asked for
/// @param study the genes that go into the enrichment, strongest first
/// @param absent panel genes whose pct_in lies below the noise floor; empty for marker lists
/// @param noiseFloor share of cells below which a gene counts as not there; null for marker lists
public record ClusterMarkers(
        int number,
        List<MarkerGene> all,
        List<MarkerGene> top,
        List<String> study,
        SortedSet<String> absent,
        @Nullable Double noiseFloor) {}
