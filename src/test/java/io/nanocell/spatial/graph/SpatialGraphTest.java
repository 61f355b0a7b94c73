package io.nanocell.spatial.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.numerics.CsrMatrix;
import io.nanocell.numerics.DenseMatrix;
import io.nanocell.numerics.GoldenValues;
import io.nanocell.numerics.PaddedMatrix;
import io.nanocell.spatial.GraphTooLargeException;
import io.nanocell.spatial.hsnmf.SpatialDiffusion;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpatialGraphTest {

    static final GoldenValues GOLDEN = new GoldenValues("spatialgraph");

    @Test
    void equalsScipysAdjacency() {
        var grid = new TileGrid(GOLDEN.column("centroids", 0), GOLDEN.column("centroids", 1), 20);

        CsrMatrix found = SpatialGraph.of(grid, 20, 2.5, 80, 1).matrix(grid);

        CsrMatrix expected = GOLDEN.symmetric("adjacency", 400);
        assertThat(found.rowStart()).isEqualTo(expected.rowStart());
        assertThat(found.columnIndex()).isEqualTo(expected.columnIndex());
        assertThat(found.values()).isEqualTo(expected.values());
    }

    @Test
    void smoothsAsScipy() {
        DenseMatrix factors = GOLDEN.dense("factors");
        DenseMatrix expected = GOLDEN.dense("smoothed");
        var diffusion = new SpatialDiffusion(0.6, 2);

        DenseMatrix exact = diffusion.smooth(factors, GOLDEN.symmetric("adjacency", 400));

        assertThat(exact.values()).containsExactly(expected.values(), within(1e-12));
        var grid = new TileGrid(GOLDEN.column("centroids", 0), GOLDEN.column("centroids", 1), 20);
        PaddedMatrix fast = diffusion.smooth(
                PaddedMatrix.of(factors).gather(grid.pointAt()), SpatialGraph.of(grid, 20, 2.5, 80, 1));
        for (int p = 0; p < 400; p++) {
            for (int f = 0; f < factors.columns(); f++) {
                double e = expected.get(grid.pointAt()[p], f);
                assertThat((double) fast.get(p, f)).isCloseTo(e, within(1e-6 * (1 + e)));
            }
        }
    }

    /// Cells, extent (µm), tile side, near radius, far radius, near weight, far weight; whole coordinates make pairs at
    /// exactly the radius.
    @ParameterizedTest
    @CsvSource({
        "0, 100, 20, 20, 80, 2.5, 1",
        "1, 100, 20, 20, 80, 2.5, 1",
        "300, 150, 20, 20, 80, 2.5, 1",
        "300, 150, 7, 20, 80, 2.5, 1",
        "300, 150, 500, 20, 80, 2.5, 1",
        "300, 150, 20, 20, 20, 2.5, 1",
        "300, 150, 20, 20, 80, 0.5, 1",
        "300, 150, 20, 20, 80, 2.5, 0",
        "300, 150, 20, 20, 80, 0, 0",
        "200, 9, 20, 3, 5, 2.5, 1",
        "200, 1000000, 20, 20, 80, 2.5, 1"
    })
    void equalsComparingAllPairs(
            int n, int extent, double side, double near, double far, double nearWeight, double farWeight) {
        var random = new SplittableRandom(n + extent);
        double[] x = random.ints(n, 0, extent).asDoubleStream().toArray();
        double[] y = random.ints(n, 0, extent).asDoubleStream().toArray();
        var grid = new TileGrid(x, y, side);

        CsrMatrix found =
                SpatialGraph.of(grid, near, nearWeight, far, farWeight).matrix(grid);

        for (int i = 0; i < n; i++) {
            double[] row = new double[n];
            for (int e = found.rowStart()[i]; e < found.rowStart()[i + 1]; e++) {
                row[found.columnIndex()[e]] = found.values()[e];
            }
            for (int j = 0; j < n; j++) {
                double d = Math.hypot(x[i] - x[j], y[i] - y[j]);
                double contact = d > 1e-6 && d <= near ? nearWeight : 0;
                double radius = d > 1e-6 && d <= far ? farWeight : 0;
                assertThat(row[j]).isEqualTo(Math.max(contact, radius));
            }
        }
    }

    @Test
    void sortsCellsByTile() {
        var grid = new TileGrid(new double[] {90, 5, 15, 1}, new double[] {1, 95, 1, 1}, 10);

        assertThat(grid.pointAt()).containsExactly(3, 2, 0, 1);
        assertThat(grid.x()).containsExactly(1, 15, 90, 5);
    }

    @Test
    void refusesCoordinatesThatAreNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TileGrid(new double[] {0, Double.NaN}, new double[2], 20))
                .withMessage("x of point 1 is NaN");
        assertThatIllegalArgumentException().isThrownBy(() -> new TileGrid(new double[2], new double[3], 20));
    }

    @Test
    void saysWhenAGraphIsTooLarge() {
        int[] degree = new int[50_000]; // all of them within the radius of each other
        Arrays.fill(degree, 49_999);

        assertThatExceptionOfType(GraphTooLargeException.class)
                .isThrownBy(() -> SpatialGraph.offsets(degree, 80))
                .withMessageContaining("50000 cells within 80.0 µm has 2499950000 edges");
    }
}
