package io.nanocell.ingest.matrix;

import io.nanocell.ingest.check.Violations;
import io.nanocell.numerics.FloatCsrMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A matrix taken apart: genes are analysed, controls measure the noise, anything else is only counted.
///
/// @param geneIds ids of the "Gene Expression" features
/// @param genes their symbols
/// @param counts cells × genes, without stored zeros
/// @param controlNames names of the control features
/// @param controls cells × controls, without stored zeros
/// @param otherFeatures number of features that are neither
public record SplitCounts(
        List<String> geneIds,
        List<String> genes,
        FloatCsrMatrix counts,
        List<String> controlNames,
        FloatCsrMatrix controls,
        int otherFeatures) {

    /// Sorts and splits; the arrays of `matrix` are overwritten and must not be used afterwards.
    ///
    /// @throws io.nanocell.ingest.MalformedBundleException if a cell has a feature twice
    public static SplitCounts of(FeatureMatrix matrix, String file, MatrixFields fields) {
        Violations violations = new Violations();
        violations.add(
                file, fields.entries(), RowOrder.sort(matrix), "write every feature of a cell once, with its total");
        violations.throwIfAny();

        FeatureTable features = matrix.features();
        List<String> geneIds = new ArrayList<>();
        List<String> genes = new ArrayList<>();
        List<String> controls = new ArrayList<>();
        int[] column = new int[features.size()]; // gene g is g, control c is −1 − c
        boolean[] skipped = new boolean[features.size()];
        int others = 0;
        for (int f = 0; f < features.size(); f++) {
            switch (FeatureRole.of(features.types()[f])) {
                case GENE -> {
                    column[f] = genes.size();
                    geneIds.add(features.ids()[f]);
                    genes.add(features.names()[f]);
                }
                case CONTROL -> {
                    column[f] = -1 - controls.size();
                    controls.add(features.names()[f]);
                }
                case OTHER -> {
                    skipped[f] = true;
                    others++;
                }
            }
        }
        FloatCsrMatrix controlCounts = controls(matrix, column, skipped, controls.size());
        FloatCsrMatrix geneCounts = genes(matrix, column, skipped, genes.size());
        return new SplitCounts(geneIds, genes, geneCounts, controls, controlCounts, others);
    }

    private static FloatCsrMatrix controls(FeatureMatrix matrix, int[] column, boolean[] skipped, int columns) {
        int[] index = new int[1024];
        float[] values = new float[1024];
        int[] rowStart = new int[matrix.cells() + 1];
        int entries = 0;
        for (int cell = 0; cell < matrix.cells(); cell++) {
            for (int e = matrix.rowStart()[cell]; e < matrix.rowStart()[cell + 1]; e++) {
                int f = matrix.feature()[e];
                if (column[f] < 0 && !skipped[f] && matrix.counts()[e] != 0) {
                    if (entries == index.length) {
                        index = Arrays.copyOf(index, Math.addExact(entries, entries >> 1));
                        values = Arrays.copyOf(values, index.length);
                    }
                    index[entries] = -1 - column[f];
                    values[entries++] = matrix.counts()[e];
                }
            }
            rowStart[cell + 1] = entries;
        }
        return new FloatCsrMatrix(
                matrix.cells(), columns, rowStart, Arrays.copyOf(index, entries), Arrays.copyOf(values, entries));
    }

    /// Moves the genes' entries to the front of the arrays they are in.
    private static FloatCsrMatrix genes(FeatureMatrix matrix, int[] column, boolean[] skipped, int columns) {
        int[] index = matrix.feature();
        float[] values = matrix.counts();
        int[] rowStart = new int[matrix.cells() + 1];
        int entries = 0;
        for (int cell = 0; cell < matrix.cells(); cell++) {
            for (int e = matrix.rowStart()[cell]; e < matrix.rowStart()[cell + 1]; e++) {
                int f = index[e];
                if (column[f] >= 0 && !skipped[f] && values[e] != 0) {
                    index[entries] = column[f];
                    values[entries++] = values[e];
                }
            }
            rowStart[cell + 1] = entries;
        }
        boolean all = entries == index.length;
        return new FloatCsrMatrix(
                matrix.cells(),
                columns,
                rowStart,
                all ? index : Arrays.copyOf(index, entries),
                all ? values : Arrays.copyOf(values, entries));
    }
}
