package io.nanocell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nanocell.ingest.SpatialDataset;
import io.nanocell.numerics.CsrMatrix;
import io.nanocell.numerics.Parallel;
import io.nanocell.spatial.SpatialClustering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A tissue of 48 × 48 cells, 10 µm apart. Genes 0–9, 10–19 and 20–29 mark lineages A, B and C, 30–59 none.
///
/// Cluster 1 is A, cluster 2 is C, cluster 3 a mixture of A and B cell by cell, cluster 4 cells without own
/// markers that stand among those of cluster 2. Of every cell's transcripts 5 % lie in a neighbour and 3 % come
/// from everywhere.
class CellLineagesTest {

    static final int SIDE = 48;
    static final int CELLS = SIDE * SIDE;
    static final int GENES = 60;
    static final Map<String, List<String>> MARKERS = Map.of("A", genes(0, 10), "B", genes(10, 20), "C", genes(20, 30));

    static List<String> genes(int from, int to) {
        List<String> names = new ArrayList<>();
        for (int gene = from; gene < to; gene++) {
            names.add("G%02d".formatted(gene));
        }
        return names;
    }

    static int cluster(int cell) {
        int column = cell % SIDE;
        if (column < 16) {
            return 1;
        }
        return column < 32 ? (cell / SIDE % 3 == 1 && column % 3 == 1 ? 4 : 2) : 3;
    }

    /// Lineage 0, 1, 2 of a cell, −1 for one without.
    static int lineage(int cell) {
        return switch (cluster(cell)) {
            case 1 -> 0;
            case 2 -> 2;
            case 3 -> (cell / SIDE + cell) % 2;
            default -> -1;
        };
    }

    static List<Integer> neighbours(int cell) {
        List<Integer> found = new ArrayList<>();
        for (int other = 0; other < CELLS; other++) {
            int dx = cell % SIDE - other % SIDE;
            int dy = cell / SIDE - other / SIDE;
            if (other != cell && dx * dx + dy * dy <= 4) { // 20 µm
                found.add(other);
            }
        }
        return found;
    }

    static CsrMatrix contacts() {
        int[] rowStart = new int[CELLS + 1];
        List<Integer> columns = new ArrayList<>();
        for (int cell = 0; cell < CELLS; cell++) {
            columns.addAll(neighbours(cell));
            rowStart[cell + 1] = columns.size();
        }
        int[] columnIndex = columns.stream().mapToInt(Integer::intValue).toArray();
        double[] ones = new double[columnIndex.length];
        Arrays.fill(ones, 1);
        return new CsrMatrix(CELLS, CELLS, rowStart, columnIndex, ones);
    }

    static final CsrMatrix CONTACTS = contacts();

    /// @param depth transcripts of a cell; 30 % of them are of its lineage's markers
    static SpatialDataset tissue(int depth, long seed) {
        var random = new Random(seed);
        float[][] counts = new float[CELLS][GENES];
        for (int cell = 0; cell < CELLS; cell++) {
            for (int t = 0; t < depth; t++) {
                boolean marker = lineage(cell) >= 0 && random.nextDouble() < 0.3;
                int gene = marker ? 10 * lineage(cell) + random.nextInt(10) : 30 + random.nextInt(30);
                double fate = random.nextDouble();
                int owner = cell;
                if (fate < 0.05) {
                    int first = CONTACTS.rowStart()[cell];
                    owner = CONTACTS.columnIndex()[first + random.nextInt(CONTACTS.rowStart()[cell + 1] - first)];
                } else if (fate < 0.08) {
                    owner = random.nextInt(CELLS);
                }
                counts[owner][gene]++;
            }
        }
        for (float[] cell : counts) {
            double total = 0;
            for (float count : cell) {
                total += count;
            }
            for (int gene = 0; gene < GENES; gene++) {
                cell[gene] = (float) Math.log1p(cell[gene] / Math.max(total, 1) * depth);
            }
        }
        return ExpressionFixture.dataset(
                ExpressionFixture.csr(counts, GENES), ExpressionFixture.csr(new float[CELLS][1], 1));
    }

    static SpatialClustering clustering() {
        int[] cluster = new int[CELLS];
        Arrays.setAll(cluster, CellLineagesTest::cluster);
        return ExpressionFixture.clustering(cluster, 4);
    }

    static ClusterMarkers markers(int cluster, List<String> genes) {
        return MarkerStage.ofList(cluster, genes.stream().map(MarkerGene::named).toList());
    }

    static CandidateEvidence ranked(LineageSupport... lineages) {
        return new CandidateEvidence(List.of(), List.of(lineages), 0.5);
    }

    static LineageSupport lineage(String name, double pValueMax, List<String> genes) {
        return new LineageSupport(name, 1, pValueMax, genes);
    }

    static List<ClusterCells> assess(int depth, long seed) {
        return assess(depth, seed, Map.of(), MARKERS);
    }

    /// @param supports lineages of some of the clusters
    static List<ClusterCells> assess(
            int depth, long seed, Map<Integer, CandidateEvidence> supports, Map<String, List<String>> lineageMarkers) {
        return new CellLineages()
                .assess(
                        tissue(depth, seed),
                        clustering(),
                        CONTACTS,
                        lineageMarkers,
                        List.of(
                                markers(1, genes(0, 10)),
                                markers(2, genes(20, 30)),
                                markers(3, genes(0, 20)),
                                markers(4, genes(20, 30))),
                        IntStream.rangeClosed(1, 4)
                                .mapToObj(number -> supports.getOrDefault(number, ranked()))
                                .toList());
    }

    @ParameterizedTest
    @CsvSource({"200,1", "200,2", "60,1", "60,2", "20,1", "20,2", "10,1"})
    void tellsMixturesFromPureClusters(int depth, long seed) {
        List<ClusterCells> found = assess(depth, seed);

        assertThat(found.get(0).lineage()).isEqualTo("A");
        assertThat(found.get(0).heterogeneity()).isLessThan(0.05);
        assertThat(found.get(1).lineage()).isEqualTo("C");
        assertThat(found.get(1).heterogeneity()).isLessThan(0.05);
        assertThat(found.get(2).lineage()).isIn("A", "B");
        assertThat(found.get(2).heterogeneity()).isBetween(0.25, 0.6);
    }

    @ParameterizedTest
    @CsvSource({"200,1", "60,1", "20,1", "20,2"})
    void contrastsTheLineagesThatTheMarkersSupport(int depth, long seed) {
        var supports = Map.of(
                1, // one kind of cells that has what the sources give to two lineages
                ranked(lineage("A", 0.001, genes(0, 6)), lineage("B", 0.01, genes(6, 10))),
                2, // the second is chance
                ranked(lineage("C", 0.001, genes(20, 26)), lineage("A", 0.06, genes(26, 30))),
                3, // the third has no cells
                ranked(
                        lineage("A", 0.001, genes(0, 10)),
                        lineage("C", 0.01, genes(30, 34)),
                        lineage("B", 0.04, genes(10, 20))));

        List<ClusterCells> found = assess(depth, seed, supports, Map.of());

        assertThat(found.get(0).heterogeneity()).isLessThan(0.05);
        assertThat(found.get(1).heterogeneity()).isNull();
        assertThat(found.get(2).heterogeneity()).isBetween(0.25, 0.5);
    }

    @Test
    void rejectsOtherClustersThanWereRanked() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CellLineages()
                        .assess(tissue(60, 1), clustering(), CONTACTS, MARKERS, List.of(), List.of(ranked())))
                .withMessage("0 clusters with markers but 1 ranked");
    }

    @ParameterizedTest
    @CsvSource({"200,1", "200,2", "60,1", "60,2"})
    void tellsBorrowedSignalFromOwn(int depth, long seed) {
        List<ClusterCells> found = assess(depth, seed);

        assertThat(found.get(0).leakage()).isLessThan(0.05);
        assertThat(found.get(1).leakage()).isLessThan(0.05);
        assertThat(found.get(2).leakage()).isLessThan(0.05);
        assertThat(found.get(3).leakage()).isGreaterThan(0.4);
    }

    @Test
    void givesTheSameBytesWithAnyThreads() {
        int before = Parallel.threads();
        List<ClusterCells> usual = assess(60, 1);
        try {
            Parallel.useThreads(1);
            assertThat(assess(60, 1)).isEqualTo(usual);
            Parallel.useThreads(3);
            assertThat(assess(60, 1)).isEqualTo(usual);
        } finally {
            Parallel.useThreads(before);
        }
    }

    @Test
    void doesNotJudgeWhereNothingCanBeTold() {
        ClusterMarkers none = markers(1, List.of());

        List<ClusterCells> oneLineage = new CellLineages()
                .assess(
                        tissue(60, 1),
                        clustering(),
                        CONTACTS,
                        Map.of("A", genes(0, 10)),
                        List.of(none),
                        List.of(ranked()));
        List<ClusterCells> sharedGenes = new CellLineages()
                .assess(
                        tissue(60, 1),
                        clustering(),
                        CONTACTS,
                        Map.of("A", genes(0, 10), "B", genes(0, 11), "C", List.of("NOT-ON-PANEL", "G20")),
                        List.of(none),
                        List.of(ranked()));
        List<ClusterCells> fewTranscripts = new CellLineages()
                .assess(tissue(1, 1), clustering(), CONTACTS, MARKERS, List.of(none), List.of(ranked()));

        assertThat(oneLineage).containsExactly(new ClusterCells(1, null, null, null));
        assertThat(sharedGenes).containsExactly(new ClusterCells(1, null, null, null));
        assertThat(fewTranscripts.getFirst().heterogeneity()).isNull();
    }

    @Test
    void rejectsContactsOfOtherCells() {
        var twoCells = new CsrMatrix(2, 2, new int[3], new int[0], new double[0]);

        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new CellLineages().assess(tissue(60, 1), clustering(), twoCells, MARKERS, List.of(), List.of()))
                .withMessage("contacts are 2 × 2 but there are 2304 cells");
    }

    @Test
    void rejectsAMarkerThatIsNoGeneOfTheDataset() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CellLineages()
                        .assess(
                                tissue(60, 1),
                                clustering(),
                                CONTACTS,
                                MARKERS,
                                List.of(markers(1, List.of("CD3E"))),
                                List.of(ranked())))
                .withMessageContaining("CD3E");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN})
    void rejectsAGapBelowZero(double gap) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CellLineages(gap, 2, 20))
                .withMessageContaining("minGap");
    }
}
