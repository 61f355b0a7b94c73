package io.nanocell.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.Species;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellFilterTest {

    static final GeneSymbols HGNC = new GeneSymbols(Set.of("G6PC1", "ARSL", "ALB"), Map.of("G6PC", "G6PC1"));

    @Test
    void keepsTheCellsAndGenesOfARealSectionThatPass() {
        SpatialDataset dataset = CellFilter.defaults().apply(XeniumReader.read(Samples.boneMarrow()), HGNC);

        QualityReport quality = dataset.quality();
        assertThat(quality.cellsIn()).isEqualTo(84_518);
        assertThat(quality.cellsKept()).isEqualTo(30_833).isEqualTo(dataset.cells());
        assertThat(quality.genesKept()).isEqualTo(477);
        assertThat(quality.medianTranscripts()).isEqualTo(6);
        assertThat(quality.emptyCells()).isEqualTo(5_619);
        assertThat(quality.filtered().values().stream().mapToInt(n -> n).sum()).isEqualTo(84_518 - 30_833);
        assertThat(dataset.controls().columns()).isEqualTo(64);
        assertThat(dataset.notices()).extracting(Notice::code).containsExactly("MOST_CELLS_FILTERED");
    }

    @Test
    void filtersCellsFirstAndThenGenesOverTheKeptCells() {
        // gene 1 is found in three cells, but only in two that stay
        XeniumSection section = section(new float[][] {{5, 5, 0}, {0, 4, 4}, {0, 1, 0}, {9, 0, 1}}, "ALB", "B", "C");

        SpatialDataset dataset = new CellFilter(2, 2, 2).apply(section, HGNC);

        assertThat(dataset.keptCells()).containsExactly(0, 1, 3);
        assertThat(dataset.genes()).containsExactly("ALB", "B", "C");
        assertThat(new CellFilter(2, 2, 3).apply(section, HGNC).genes()).isEmpty();
        assertThat(dataset.reasons().get(2)).isEqualTo(FilterReason.TOO_FEW_TRANSCRIPTS);
    }

    @Test
    void namesTheReasonOfEveryFilteredCell() {
        XeniumSection section = section(new float[][] {{20, 0}, {1, 1}, {10, 10}}, "A", "B");

        SpatialDataset dataset = new CellFilter(3, 2, 1).apply(section, HGNC);

        assertThat(dataset.reasons())
                .containsExactly(FilterReason.TOO_FEW_GENES, FilterReason.TOO_FEW_TRANSCRIPTS, FilterReason.NONE);
        assertThat(dataset.quality().filtered())
                .isEqualTo(Map.of(FilterReason.TOO_FEW_TRANSCRIPTS, 1, FilterReason.TOO_FEW_GENES, 1));
    }

    @Test
    void aCellThatLosesEveryGeneStaysWithoutValues() {
        XeniumSection section = section(new float[][] {{3, 0, 0}, {0, 2, 2}, {0, 4, 4}}, "A", "B", "C");

        SpatialDataset dataset = new CellFilter(1, 1, 2).apply(section, HGNC);

        assertThat(dataset.cells()).isEqualTo(3);
        assertThat(dataset.genes()).containsExactly("B", "C");
        assertThat(dataset.expression().rowStart()).containsExactly(0, 0, 2, 4);
        // median of the totals 4 and 8 is 6, so every value is ln(1 + 3)
        assertThat(dataset.expression().values()).containsOnly((float) Math.log(4));
    }

    @Test
    void addsTheCountsOfFeaturesThatAreOneGene() {
        XeniumSection section = section(new float[][] {{1, 2, 4}, {0, 3, 0}, {5, 0, 0}}, "G6PC", "ALB", "G6PC1");

        SpatialDataset dataset = new CellFilter(0, 0, 0).apply(section, HGNC);

        assertThat(dataset.genes()).containsExactly("G6PC1", "ALB");
        assertThat(dataset.expression().rowStart()).containsExactly(0, 2, 3, 4);
        assertThat(dataset.expression().values()[0]).isEqualTo((float) Math.log1p(5 / 7.0 * 5));
        assertThat(dataset.notices())
                .contains(
                        new Notice("DUPLICATE_GENES", "Features of one gene were added up: G6PC1 from G6PC + G6PC1."));
    }

    @Test
    void aSectionOfWhichNothingPassesIsEmptyAndRefusedLater() {
        SpatialDataset dataset = CellFilter.defaults().apply(section(new float[][] {{1, 0}, {0, 0}}, "A", "B"), HGNC);

        assertThat(dataset.cells()).isZero();
        assertThat(dataset.expression().entries()).isZero();
        assertThat(dataset.notices()).extracting(Notice::code).contains("NO_CONTROLS", "MOST_CELLS_FILTERED");
        assertThatThrownBy(() -> dataset.requireEnough(10))
                .isInstanceOfSatisfying(
                        MalformedBundleException.class,
                        e -> assertThat(e.slug()).isEqualTo("too-few-cells"))
                .hasMessageContaining("0 of 2 pass quality control, at least 200 are needed");
    }

    @ParameterizedTest
    @CsvSource({"50, 10, true", "49, 10, false", "59, 50, false", "60, 50, true"})
    void needsTenGenesMoreThanTheRankAndFiftyInAll(int genes, int rank, boolean enough) {
        float[][] counts = new float[200][genes];
        for (float[] row : counts) {
            java.util.Arrays.fill(row, 1);
        }
        String[] names = IntStream.range(0, genes).mapToObj(g -> "G" + g).toArray(String[]::new);
        SpatialDataset dataset = CellFilter.defaults().apply(section(counts, names), HGNC);

        if (enough) {
            dataset.requireEnough(rank);
        } else {
            assertThatThrownBy(() -> dataset.requireEnough(rank))
                    .isInstanceOfSatisfying(
                            MalformedBundleException.class,
                            e -> assertThat(e.slug()).isEqualTo("too-few-genes"));
        }
    }

    @Test
    void refusesASpeciesThatTheGenesContradict() {
        XeniumSection section = section(new float[][] {{1}}, "A");

        section.requireSpecies(Species.HUMAN);
        assertThatThrownBy(() -> section.requireSpecies(Species.MOUSE))
                .isInstanceOfSatisfying(
                        MalformedBundleException.class,
                        e -> assertThat(e.slug()).isEqualTo("species-mismatch"));
    }

    /// A human section with these counts, cells × genes, and no controls.
    static XeniumSection section(float[][] counts, String... genes) {
        int cells = counts.length;
        int[] rowStart = new int[cells + 1];
        int[] index = new int[cells * genes.length];
        float[] values = new float[index.length];
        int entries = 0;
        for (int c = 0; c < cells; c++) {
            for (int g = 0; g < genes.length; g++) {
                if (counts[c][g] != 0) {
                    index[entries] = g;
                    values[entries++] = counts[c][g];
                }
            }
            rowStart[c + 1] = entries;
        }
        return new XeniumSection(
                IntStream.range(0, cells).mapToObj(c -> "cell" + c).toList(),
                new double[cells],
                new double[cells],
                List.of(genes),
                List.of(genes),
                new FloatCsrMatrix(
                        cells,
                        genes.length,
                        rowStart,
                        java.util.Arrays.copyOf(index, entries),
                        java.util.Arrays.copyOf(values, entries)),
                List.of(),
                new FloatCsrMatrix(cells, 0, new int[cells + 1], new int[0], new float[0]),
                0,
                Species.HUMAN,
                null,
                null,
                List.of());
    }
}
