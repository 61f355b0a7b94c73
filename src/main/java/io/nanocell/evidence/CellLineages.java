package io.nanocell.evidence;

import io.nanocell.evidence.cells.ClusterMixture;
import io.nanocell.evidence.cells.LineageContrast;
import io.nanocell.evidence.cells.LineageScores;
import io.nanocell.evidence.cells.NeighbourLeakage;
import io.nanocell.ingest.SpatialDataset;
import io.nanocell.numerics.Cancellation;
import io.nanocell.numerics.CsrMatrix;
import io.nanocell.spatial.SpatialClustering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Looks below the averages of the clusters: do all cells belong to the cluster's lineage, and is its signal its
/// own?
///
/// Where two or more lineages stand above chance on markers of their own, heterogeneity is that of the two which
/// exclude
/// each other most in the single cells ([LineageContrast]): those markers are known to be expressed here. Elsewhere it
/// is
/// the share of cells of another lineage by the panel's lineage markers ([ClusterMixture]), half of which may be
/// silent:
/// information that no verdict rests on. For the formula of leakage see [NeighbourLeakage].
///
/// @param minGap by how much mean z another lineage must beat the cluster's, ≥ 0
/// @param minDetected how many different markers of a lineage a cell must show, ≥ 1
/// @param minTelling how many cells must show so many for an answer, ≥ 1
public record CellLineages(double minGap, int minDetected, int minTelling) {

    private static final int MIN_LINEAGES = 2;

    /// Above it a lineage is chance.
    private static final double MAX_P = 0.05;

    public CellLineages {
        var _ = new ClusterMixture(minGap, minDetected, minTelling); // checks what it is given
    }

    public CellLineages() {
        this(0.5, 2, 20);
    }

    /// @param contacts kept cells × kept cells, an entry for each pair within the contact radius (20 µm), no
    /// diagonal
    /// @param lineageMarkers lineage → approved symbols; a gene of several lineages tells none and is left out, as
    /// is a lineage with fewer than `minDetected` genes on the panel
    /// @param markers of the clusters, as [MarkerStage] found them
    /// @param ranked what the lists of markers say, in the same order
    /// @return what the cells say of clusters 1, 2, …, in the order of `markers`
    public List<ClusterCells> assess(
            SpatialDataset dataset,
            SpatialClustering clustering,
            CsrMatrix contacts,
            Map<String, ? extends Collection<String>> lineageMarkers,
            List<ClusterMarkers> markers,
            List<CandidateEvidence> ranked) {
        if (ranked.size() != markers.size()) {
            throw new IllegalArgumentException(
                    "%d clusters with markers but %d ranked".formatted(markers.size(), ranked.size()));
        }
        Map<String, Integer> columns = columns(dataset.genes());
        List<String> lineages = new ArrayList<>();
        int[] lineageOf = lineageOf(dataset.genes(), columns, lineageMarkers, lineages);
        Optional<LineageScores> scores = lineages.size() < MIN_LINEAGES
                ? Optional.empty()
                : Optional.of(new LineageScores(dataset.expression(), lineageOf, lineages.size()));
        int[][] cells = markers.stream()
                .map(cluster -> cellsOf(clustering, cluster.number()))
                .toArray(int[][]::new);
        boolean[][] own = markers.stream()
                .map(cluster -> own(cluster.top(), columns, dataset.genes().size()))
                .toArray(boolean[][]::new);
        var contrast = new LineageContrast(dataset.expression(), minGap, minDetected);
        double[] leakage = new NeighbourLeakage(dataset.expression(), contacts, clustering.cluster()).of(cells, own);
        List<ClusterCells> assessed = new ArrayList<>();
        for (int c = 0; c < cells.length; c++) {
            Cancellation.check();
            int[] members = cells[c];
            Optional<ClusterMixture.Mixture> mixture =
                    scores.map(s -> mixtures().of(s, members));
            List<int[]> supported = supported(ranked.get(c), columns);
            assessed.add(new ClusterCells(
                    markers.get(c).number(),
                    mixture.map(m -> lineages.get(m.lineage())).orElse(null),
                    supported.size() < MIN_LINEAGES
                            ? mixture.filter(mixtures()::isEnough)
                                    .map(m -> (double) m.foreign() / m.telling())
                                    .orElse(null)
                            : greatest(contrast, members, supported),
                    markers.get(c).top().isEmpty() ? null : leakage[c]));
        }
        return List.copyOf(assessed);
    }

    /// @return the columns of the markers of every lineage above chance
    private static List<int[]> supported(CandidateEvidence ranked, Map<String, Integer> columns) {
        return ranked.lineages().stream()
                .filter(lineage -> lineage.pValueMax() <= MAX_P)
                .map(lineage -> lineage.genes().stream()
                        .mapToInt(gene -> column(gene, columns))
                        .toArray())
                .toList();
    }

    /// @return heterogeneity of the pair of lineages that has the greatest; null where too few cells tell any pair
    private @Nullable Double greatest(LineageContrast contrast, int[] cells, List<int[]> lineages) {
        Double greatest = null;
        for (int a = 0; a < lineages.size(); a++) {
            for (int b = a + 1; b < lineages.size(); b++) {
                LineageContrast.Contrast pair = contrast.of(cells, lineages.get(a), lineages.get(b));
                if (pair.telling() >= minTelling && (greatest == null || pair.heterogeneity() > greatest)) {
                    greatest = pair.heterogeneity();
                }
            }
        }
        return greatest;
    }

    private ClusterMixture mixtures() {
        return new ClusterMixture(minGap, minDetected, minTelling);
    }

    private static int[] cellsOf(SpatialClustering clustering, int number) {
        int[] cells = IntStream.range(0, clustering.cluster().length)
                .filter(cell -> clustering.cluster()[cell] == number)
                .toArray();
        if (cells.length == 0) {
            throw new IllegalArgumentException("cluster %d has no kept cell".formatted(number));
        }
        return cells;
    }

    private static boolean[] own(List<MarkerGene> markers, Map<String, Integer> columns, int genes) {
        boolean[] own = new boolean[genes];
        for (MarkerGene marker : markers) {
            own[column(marker.gene(), columns)] = true;
        }
        return own;
    }

    private static int column(String gene, Map<String, Integer> columns) {
        Integer column = columns.get(gene);
        if (column == null) {
            throw new IllegalArgumentException(gene + " is a marker but no kept gene");
        }
        return column;
    }

    private static Map<String, Integer> columns(List<String> genes) {
        Map<String, Integer> columns = HashMap.newHashMap(genes.size());
        for (int column = 0; column < genes.size(); column++) {
            columns.put(genes.get(column), column);
        }
        return columns;
    }

    /// Numbers the lineages that can be told, in the order of their names.
    private int[] lineageOf(
            List<String> panel,
            Map<String, Integer> columns,
            Map<String, ? extends Collection<String>> lineageMarkers,
            List<String> lineages) {
        Map<String, Integer> uses = new HashMap<>();
        lineageMarkers.values().forEach(genes -> Set.copyOf(genes).forEach(gene -> uses.merge(gene, 1, Integer::sum)));
        int[] lineageOf = new int[panel.size()];
        Arrays.fill(lineageOf, -1);
        new TreeMap<String, Collection<String>>(lineageMarkers).forEach((lineage, genes) -> {
            int[] own = genes.stream()
                    .distinct()
                    .filter(gene -> uses.getOrDefault(gene, 0) == 1)
                    .mapToInt(gene -> columns.getOrDefault(gene, -1))
                    .filter(column -> column >= 0)
                    .toArray();
            if (own.length >= minDetected) {
                Arrays.stream(own).forEach(column -> lineageOf[column] = lineages.size());
                lineages.add(lineage);
            }
        });
        return lineageOf;
    }
}
