package io.nanocell.evidence;

import io.nanocell.evidence.stats.GroupStatistics;
import io.nanocell.evidence.stats.NoiseFloor;
import io.nanocell.evidence.stats.WilcoxonRankSum;
import io.nanocell.ingest.Notice;
import io.nanocell.ingest.SpatialDataset;
import io.nanocell.numerics.Cancellation;
import io.nanocell.spatial.SpatialClustering;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Finds the marker genes of every cluster: rank sums against all other kept cells, fold changes, shares of cells.
///
/// A marker has p_adj ≤ `maxAdjustedP`, a fold change at pseudocount 0.01 above 0, and a share of cells of at least
/// `minPctIn` and above the cluster's noise floor. Markers are ranked by effect, ties by z, then symbol.
///
/// @param top how many markers a cluster reports at most, ≥ 1
/// @param maxAdjustedP largest Benjamini–Hochberg p of a marker, in [0, 1]
/// @param minPctIn smallest share of the cluster's cells with a count, in [0, 1]
public record MarkerStage(int top, double maxAdjustedP, double minPctIn) {

    private static final double STUDY_MAX_ADJUSTED_P = 0.05;
    private static final double STUDY_MIN_FOLD_CHANGE = 0.5; // log2, pseudocount 0.01
    private static final double STUDY_MIN_PCT_IN = 0.10;
    private static final int STUDY_SHARE = 4; // at most a quarter of the panel

    public MarkerStage {
        if (top < 1) {
            throw new IllegalArgumentException("top must be ≥ 1, got " + top);
        }
        if (!(maxAdjustedP >= 0 && maxAdjustedP <= 1)) {
            throw new IllegalArgumentException("maxAdjustedP must be in [0, 1], got " + maxAdjustedP);
        }
        if (!(minPctIn >= 0 && minPctIn <= 1)) {
            throw new IllegalArgumentException("minPctIn must be in [0, 1], got " + minPctIn);
        }
    }

    public MarkerStage() {
        this(20, 0.05, 0.05);
    }

    /// @return the genes of clusters 1, 2, …, in this order
    /// @throws IllegalArgumentException if the clustering is not one of the dataset's kept cells
    public List<ClusterMarkers> find(SpatialDataset dataset, SpatialClustering clustering) {
        int clusters = clustering.clusters();
        GroupStatistics statistics =
                new WilcoxonRankSum().compare(dataset.expression(), clustering.cluster(), clusters);
        double[] floors = new NoiseFloor().of(dataset.controls(), clustering.cluster(), clusters);
        List<ClusterMarkers> found = new ArrayList<>(clusters);
        for (int cluster = 1; cluster <= clusters; cluster++) {
            Cancellation.check();
            found.add(select(cluster, RankedGene.of(statistics, cluster, dataset.genes()), floors[cluster - 1]));
        }
        return Collections.unmodifiableList(found);
    }

    private ClusterMarkers select(int cluster, List<RankedGene> genes, double floor) {
        List<RankedGene> ranked = genes.stream()
                .filter(RankedGene::higher)
                .sorted(RankedGene.STRONGEST_FIRST)
                .toList();
        List<MarkerGene> markers = ranked.stream()
                .filter(g -> g.adjusted() <= maxAdjustedP && g.pctIn() >= minPctIn && g.pctIn() > floor)
                .limit(top)
                .map(RankedGene::gene)
                .toList();
        List<String> study = ranked.stream()
                .filter(g -> g.adjusted() <= STUDY_MAX_ADJUSTED_P)
                .filter(g -> g.foldChange() >= STUDY_MIN_FOLD_CHANGE && g.pctIn() >= STUDY_MIN_PCT_IN)
                .limit(genes.size() / STUDY_SHARE)
                .map(g -> g.gene().gene())
                .toList();
        var absent = new TreeSet<String>();
        for (RankedGene g : genes) {
            if (g.pctIn() < floor || g.pctIn() == 0) { // a floor of 0 does not make a gene without a count present
                absent.add(g.gene().gene());
            }
        }
        return new ClusterMarkers(
                cluster,
                genes.stream().map(RankedGene::gene).toList(),
                markers,
                study,
                Collections.unmodifiableSortedSet(absent),
                floor);
    }

    /// The markers of a cluster made elsewhere: as given, in the order given, without any filter. Of a gene given
    /// more than once the first stays.
    ///
    /// @param cluster its number, from 1
    /// @param given approved symbols with what is known of them, strongest first
    public static ClusterMarkers ofList(int cluster, List<MarkerGene> given) {
        Map<String, MarkerGene> first = new LinkedHashMap<>();
        given.forEach(marker -> first.putIfAbsent(marker.gene(), marker));
        List<MarkerGene> markers = List.copyOf(first.values());
        return new ClusterMarkers(
                cluster, markers, markers, List.copyOf(first.keySet()), Collections.emptySortedSet(), null);
    }

    /// @return what the reader of the markers should know: `NO_CONTROLS` where the noise floor is a convention
    public static List<Notice> notices(SpatialDataset dataset) {
        return dataset.controls().columns() > 0
                ? List.of()
                : List.of(
                        new Notice(
                                "NO_CONTROLS",
                                "The section has no control features: a gene counts as absent below 2 % of a cluster's cells."));
    }
}
