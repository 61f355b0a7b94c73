package io.nanocell.evidence.cells;

import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.Parallel;

/// How strongly every cell shows every lineage: the mean z of the lineage's markers.
///
/// z of a gene is taken over all cells, (x − mean) / sd, and so depends on no clustering. Only non-zeros are
/// visited: a cell starts at the score of a cell without any marker and each non-zero adds x / sd / markers.
///
/// Time O(entries + cells · lineages), memory 5 bytes per cell and lineage.
public final class LineageScores {

    private final FloatCsrMatrix expression;
    private final int[] lineageOf; // per gene, −1 for none
    private final int lineages;
    private final double[] weight; // per gene: 1 / (sd · markers of its lineage)
    private final double[] empty; // per lineage: score of a cell without any marker
    private final float[] score; // cell · lineages + lineage
    private final byte[] detected;

    /// @param expression cells × genes, log-normalised
    /// @param lineageOf lineage 0 … lineages − 1 of every gene, −1 for a gene that marks none
    public LineageScores(FloatCsrMatrix expression, int[] lineageOf, int lineages) {
        this.expression = expression;
        this.lineageOf = lineageOf;
        this.lineages = lineages;
        this.weight = new double[expression.columns()];
        this.empty = new double[lineages];
        scaleGenes();
        int size = Math.multiplyExact(expression.rows(), lineages);
        this.score = new float[size];
        this.detected = new byte[size];
        Parallel.forEach(expression.rows(), this::scoreCell);
    }

    private void scaleGenes() {
        var scales = new GeneScales(expression);
        int[] markers = new int[lineages];
        for (int lineage : lineageOf) {
            markers[Math.max(lineage, 0)] += lineage >= 0 ? 1 : 0;
        }
        for (int gene = 0; gene < lineageOf.length; gene++) {
            int lineage = lineageOf[gene];
            if (lineage >= 0) {
                weight[gene] = scales.weight(gene, markers[lineage]);
                empty[lineage] -= scales.mean(gene) * weight[gene];
            }
        }
    }

    private void scoreCell(int cell) {
        int offset = cell * lineages;
        double[] sum = empty.clone();
        for (int e = expression.rowStart()[cell]; e < expression.rowStart()[cell + 1]; e++) {
            int gene = expression.columnIndex()[e];
            int lineage = lineageOf[gene];
            if (lineage >= 0 && expression.values()[e] > 0) {
                sum[lineage] += expression.values()[e] * weight[gene];
                detected[offset + lineage] = (byte) Math.min(detected[offset + lineage] + 1, Byte.MAX_VALUE);
            }
        }
        for (int lineage = 0; lineage < lineages; lineage++) {
            score[offset + lineage] = (float) sum[lineage];
        }
    }

    /// @return mean z of the lineage's markers in the cell
    float score(int cell, int lineage) {
        return score[cell * lineages + lineage];
    }

    /// @return number of the lineage's markers with a count in the cell, at most 127
    int detected(int cell, int lineage) {
        return detected[cell * lineages + lineage];
    }

    int lineages() {
        return lineages;
    }
}
