package io.nanocell.evidence.cells;

import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.evidence.ExpressionFixture;
import io.nanocell.numerics.FloatCsrMatrix;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A section of 4,000 cells, the first 1,000 of them the cluster. Genes 0–9 mark lineage A, 10–16 lineage B, 17–79
/// none.
/// Of a cell's transcripts 30 % are of its kind's markers, 5 % of any gene; how many it has varies log-normally.
class LineageContrastTest {

    static final int CELLS = 4000;
    static final int CLUSTER = 1000;
    static final int GENES = 80;
    static final int[] A = IntStream.range(0, 10).toArray();
    static final int[] B = IntStream.range(10, 17).toArray();
    static final int[] BOTH = IntStream.range(0, 17).toArray();

    /// @param kind 0 for a cell of A, 1 of B, 2 of a type that has the markers of both, of a cell of the cluster
    static FloatCsrMatrix section(double depth, long seed, IntUnaryOperator kind) {
        var random = new Random(seed);
        float[][] cells = new float[CELLS][GENES];
        for (int cell = 0; cell < CELLS; cell++) {
            int[] markers = switch (cell < CLUSTER ? kind.applyAsInt(cell) : -1) {
                case 0 -> A;
                case 1 -> B;
                case 2 -> BOTH;
                default -> new int[0];
            };
            int transcripts = (int) Math.max(1, Math.round(depth * Math.exp(0.5 * random.nextGaussian())));
            for (int t = 0; t < transcripts; t++) {
                double fate = random.nextDouble();
                int gene = 17 + random.nextInt(GENES - 17);
                if (fate < 0.3 && markers.length > 0) {
                    gene = markers[random.nextInt(markers.length)];
                } else if (fate > 0.95) {
                    gene = random.nextInt(GENES);
                }
                cells[cell][gene]++;
            }
            for (int gene = 0; gene < GENES; gene++) {
                cells[cell][gene] = (float) Math.log1p(cells[cell][gene] / transcripts * depth);
            }
        }
        return ExpressionFixture.csr(cells, GENES);
    }

    static double heterogeneity(double depth, long seed, IntUnaryOperator kind) {
        return contrast(depth, seed, kind).heterogeneity();
    }

    static LineageContrast.Contrast contrast(double depth, long seed, IntUnaryOperator kind) {
        return new LineageContrast(section(depth, seed, kind), 0.5, 2)
                .of(IntStream.range(0, CLUSTER).toArray(), A, B);
    }

    @ParameterizedTest
    @CsvSource({"200,1", "200,2", "60,1", "60,2", "30,1", "30,2", "15,1", "15,2"})
    void seesTwoKindsOfCells(double depth, long seed) {
        assertThat(heterogeneity(depth, seed, cell -> cell % 2)).isGreaterThan(0.25);
        assertThat(heterogeneity(depth, seed, cell -> cell % 10 < 3 ? 1 : 0)).isBetween(0.15, 0.35);
    }

    @ParameterizedTest
    @CsvSource({"200,1", "200,2", "60,1", "60,2", "20,1", "20,2", "10,1", "10,2", "6,1", "6,2"})
    void seesOneKindThatHasTheMarkersOfBoth(double depth, long seed) {
        assertThat(heterogeneity(depth, seed, _ -> 2)).isLessThan(0.05);
    }

    @ParameterizedTest
    @ValueSource(doubles = {200, 60, 20, 10, 6})
    void seesOneKindWithAFewOthers(double depth) {
        assertThat(heterogeneity(depth, 1, _ -> 0)).isLessThan(0.05);
        assertThat(heterogeneity(depth, 1, cell -> cell % 10 == 0 ? 1 : 0)).isLessThan(0.15);
    }

    @Test
    void doesNotDependOnWhichLineageComesFirst() {
        FloatCsrMatrix section = section(60, 3, cell -> cell % 3 == 0 ? 1 : 0);
        int[] cells = IntStream.range(0, CLUSTER).toArray();
        var contrast = new LineageContrast(section, 0.5, 2);

        LineageContrast.Contrast ab = contrast.of(cells, A, B);
        LineageContrast.Contrast ba = contrast.of(cells, B, A);

        assertThat(ba.telling()).isEqualTo(ab.telling());
        assertThat(ba.first()).isEqualTo(ab.second());
        assertThat(ba.second()).isEqualTo(ab.first());
    }

    @Test
    void tellsNothingWithoutMarkers() {
        LineageContrast.Contrast none = contrast(60, 1, _ -> -1);

        assertThat(none.heterogeneity()).isLessThan(0.05);
        assertThat(new LineageContrast.Contrast(0, 0, 0, 0).heterogeneity()).isZero();
        assertThat(new LineageContrast.Contrast(10, 5, 5, 1).heterogeneity()).isZero();
        assertThat(new LineageContrast.Contrast(100, 25, 50, 0.5).heterogeneity())
                .isEqualTo(0.125);
    }
}
