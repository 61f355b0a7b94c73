package io.nanocell.evidence.cells;

import io.nanocell.numerics.FloatCsrMatrix;
import java.util.Arrays;
import java.util.SplittableRandom;

/// Some cells as amounts of genes: what a mixture is fitted to.
///
/// The amount of a gene is its log-normalised value over the smallest of the cell, a lone transcript: one transcript
/// counts 1 in every cell, the tenth of a gene hardly anything in a cell of few. Counts of a gene vary more than
/// Poisson's; so damped they stay close to it.
///
/// @param genes number of genes
/// @param start offsets of the cells, length cells + 1
/// @param gene of every entry
/// @param amount of every entry, > 0
/// @param unit amount per log-normalised value, one per cell
record CellSample(int genes, int[] start, int[] gene, float[] amount, float[] unit) {

    /// @param cells rows of the expression; of more than `most` every n-th is taken
    static CellSample of(FloatCsrMatrix expression, int[] cells, int most) {
        int count = Math.min(cells.length, most);
        int[] start = new int[count + 1];
        for (int i = 0; i < count; i++) {
            int cell = cells[(int) ((long) i * cells.length / count)];
            start[i + 1] =
                    start[i] + expression.rowStart()[cell + 1] - expression.rowStart()[cell];
        }
        int[] gene = new int[start[count]];
        float[] amount = new float[gene.length];
        float[] units = new float[count];
        for (int i = 0; i < count; i++) {
            int cell = cells[(int) ((long) i * cells.length / count)];
            int from = expression.rowStart()[cell];
            units[i] = unit(expression, cell);
            for (int e = start[i]; e < start[i + 1]; e++) {
                gene[e] = expression.columnIndex()[from + e - start[i]];
                amount[e] = expression.values()[from + e - start[i]] * units[i];
            }
        }
        return new CellSample(expression.columns(), start, gene, amount, units);
    }

    /// @return 1 / the smallest value of a cell above 0; 0 for a cell without any
    static float unit(FloatCsrMatrix expression, int cell) {
        float least = Float.POSITIVE_INFINITY;
        for (int e = expression.rowStart()[cell]; e < expression.rowStart()[cell + 1]; e++) {
            float value = expression.values()[e];
            least = value > 0 && value < least ? value : least;
        }
        return least < Float.POSITIVE_INFINITY ? 1 / least : 0;
    }

    int cells() {
        return start.length - 1;
    }

    /// @return the chosen cells only
    CellSample only(int[] chosen) {
        int[] starts = new int[chosen.length + 1];
        for (int i = 0; i < chosen.length; i++) {
            starts[i + 1] = starts[i] + start[chosen[i] + 1] - start[chosen[i]];
        }
        int[] genesOf = new int[starts[chosen.length]];
        float[] amounts = new float[genesOf.length];
        float[] units = new float[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            units[i] = unit[chosen[i]];
            System.arraycopy(gene, start[chosen[i]], genesOf, starts[i], starts[i + 1] - starts[i]);
            System.arraycopy(amount, start[chosen[i]], amounts, starts[i], starts[i + 1] - starts[i]);
        }
        return new CellSample(genes, starts, genesOf, amounts, units);
    }

    /// Deals every gene's amounts anew among the cells: what is left is chance.
    CellSample dealt(long seed) {
        int cells = cells();
        int[] ofGene = new int[genes + 1];
        for (int g : gene) {
            ofGene[g + 1]++;
        }
        for (int g = 0; g < genes; g++) {
            ofGene[g + 1] += ofGene[g];
        }
        float[] sorted = new float[amount.length];
        int[] next = ofGene.clone();
        for (int e = 0; e < gene.length; e++) {
            sorted[next[gene[e]]++] = amount[e];
        }
        int[] cellOf = new int[amount.length];
        var random = new SplittableRandom(seed);
        int[] order = new int[cells];
        Arrays.setAll(order, i -> i);
        int[] starts = new int[cells + 1];
        for (int g = 0; g < genes; g++) {
            for (int e = ofGene[g]; e < ofGene[g + 1]; e++) {
                int drawn = e - ofGene[g];
                int other = random.nextInt(drawn, cells);
                int cell = order[other];
                order[other] = order[drawn];
                order[drawn] = cell;
                cellOf[e] = cell;
                starts[cell + 1]++;
            }
        }
        for (int c = 0; c < cells; c++) {
            starts[c + 1] += starts[c];
        }
        int[] place = starts.clone();
        int[] genesOf = new int[gene.length];
        float[] amounts = new float[amount.length];
        for (int g = 0; g < genes; g++) {
            for (int e = ofGene[g]; e < ofGene[g + 1]; e++) {
                int at = place[cellOf[e]]++;
                genesOf[at] = g;
                amounts[at] = sorted[e];
            }
        }
        return new CellSample(genes, starts, genesOf, amounts, unit);
    }
}
