package io.nanocell.evidence;

import io.nanocell.ingest.FilterReason;
import io.nanocell.ingest.QualityReport;
import io.nanocell.ingest.SpatialDataset;
import io.nanocell.ingest.XeniumSection;
import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.spatial.SpatialClustering;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Small expression matrices and datasets for tests.
public final class ExpressionFixture {

    private ExpressionFixture() {}

    /// @return the non-zeros of a dense cells × genes array
    public static FloatCsrMatrix csr(float[][] dense, int columns) {
        int entries = 0;
        for (float[] row : dense) {
            for (float value : row) {
                entries += value == 0 ? 0 : 1;
            }
        }
        int[] rowStart = new int[dense.length + 1];
        int[] columnIndex = new int[entries];
        float[] values = new float[entries];
        int e = 0;
        for (int r = 0; r < dense.length; r++) {
            for (int c = 0; c < columns; c++) {
                if (dense[r][c] != 0) {
                    columnIndex[e] = c;
                    values[e++] = dense[r][c];
                }
            }
            rowStart[r + 1] = e;
        }
        return new FloatCsrMatrix(dense.length, columns, rowStart, columnIndex, values);
    }

    /// The committed matrix of `golden/wilcoxon`: 300 cells × 24 genes.
    public static FloatCsrMatrix goldenExpression() {
        float[][] dense = new float[300][24];
        for (double[] row : GoldenTable.numbers("wilcoxon/expression.tsv")) {
            dense[(int) row[0]][(int) row[1]] = (float) row[2];
        }
        return csr(dense, 24);
    }

    public static int[] goldenGroups() {
        return GoldenTable.numbers("wilcoxon/groups.tsv").stream()
                .mapToInt(row -> (int) row[0])
                .toArray();
    }

    public static SpatialDataset dataset(FloatCsrMatrix expression, FloatCsrMatrix controls) {
        int cells = expression.rows();
        List<String> genes = IntStream.range(0, expression.columns())
                .mapToObj("G%02d"::formatted)
                .toList();
        List<String> ids = IntStream.range(0, cells).mapToObj(i -> "cell" + i).toList();
        List<String> controlNames = IntStream.range(0, controls.columns())
                .mapToObj(i -> "NegControlProbe_" + i)
                .toList();
        double[] x = IntStream.range(0, cells).asDoubleStream().toArray();
        var section = new XeniumSection(
                ids, x, x, genes, genes, expression, controlNames, controls, 0, null, null, null, List.of());
        var quality = new QualityReport(cells, cells, genes.size(), 1, 1, 0, 0, Map.of());
        return new SpatialDataset(
                section,
                IntStream.range(0, cells).toArray(),
                Collections.nCopies(cells, FilterReason.NONE),
                genes,
                x,
                x,
                expression,
                controls,
                quality,
                List.of());
    }

    public static SpatialClustering clustering(int[] cluster, int clusters) {
        return new SpatialClustering(
                cluster,
                IntStream.rangeClosed(1, clusters).mapToObj(n -> "Cluster " + n).toList(),
                null);
    }
}
