package io.nanocell.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything known of a cluster before any label is given.
///
/// @param number of the cluster, from 1
/// @param name "Cluster n", the brought-in group's name, or the id in a marker list
/// @param markers its genes
/// @param terms enriched GO terms, best first; empty where nothing is significant or no panel was given
/// @param programs GO-slim programs, best first
/// @param candidates ranked, best first; empty where no marker is known to any label
/// @param lineages supports of the lineages on disjoint markers, best first
/// @param coverage weighted share of the markers that any label knows, 0..1
/// @param heterogeneity share of the cells that are clearly of another lineage, see [CellLineages]; null without cells
/// @param leakage share of marker signal that neighbours within the contact radius explain; null without cells
public record ClusterEvidence(
        int number,
        String name,
        ClusterMarkers markers,
        List<EnrichedTerm> terms,
        List<FunctionalProgram> programs,
        List<Candidate> candidates,
        List<LineageSupport> lineages,
        double coverage,
        @Nullable Double heterogeneity,
        @Nullable Double leakage) {}
