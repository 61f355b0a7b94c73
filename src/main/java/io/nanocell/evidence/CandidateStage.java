package io.nanocell.evidence;

import io.nanocell.evidence.candidates.ListRanker;
import io.nanocell.numerics.Parallel;
import io.nanocell.reference.LabelSpace;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the labels that the marker databases give for the markers of clusters, and measures them against chance.
///
/// One stage serves one panel and one label space. Chance is measured once per length of list: 1,000 clusters take a
/// second or two.
public final class CandidateStage {

    private final ListRanker ranker;

    /// @param knowledge worked out once per reference data
    /// @param space the admissible labels; its tissue weighs in the ranking
    /// @param panel genes that could have been markers: the panel after quality control; null: all genes of the
    /// reference, the well-known ones more often, with warning `NO_PANEL`
    public CandidateStage(
            CandidateKnowledge knowledge,
            LabelSpace space,
            @Nullable Collection<String> panel,
            CandidateParameters parameters) {
        this.ranker = new ListRanker(knowledge.model(), space, panel, parameters);
    }

    /// @return one for each cluster, in their order
    public List<CandidateEvidence> rank(List<ClusterMarkers> clusters) {
        CandidateEvidence[] ranked = new CandidateEvidence[clusters.size()];
        Parallel.chunks(ranked.length, 1, (_, from, _) -> ranked[from] = rank(clusters.get(from)));
        return Arrays.asList(ranked);
    }

    /// @return what speaks for the cluster's labels
    public CandidateEvidence rank(ClusterMarkers cluster) {
        List<String> top = cluster.top().stream().map(MarkerGene::gene).toList();
        return ranker.rank(top, cluster.absent());
    }

    /// @param markers gene names in rank order; the i-th of n, i from 0, weighs 1 − 0.4 · i/n
    /// @return what speaks for the labels of a bare list
    public CandidateEvidence rank(List<String> markers, Set<String> absent) {
        return ranker.rank(markers, absent);
    }
}
