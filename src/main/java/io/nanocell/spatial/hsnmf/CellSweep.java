package io.nanocell.spatial.hsnmf;

import io.nanocell.numerics.DenseMatrix;
import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.PaddedMatrix;
import io.nanocell.numerics.Parallel;
import io.nanocell.numerics.RowKernel;
import java.util.Arrays;

/// W; coordinate descent over all cells, in a single pass over X that also sums XᵀW and WᵀW of the new W.
///
/// The pass goes in blocks of 64 cells: X Hᵀ of the block, the descent of its rows, their share of the two
/// sums. Chunks of cells sum for themselves and are added in chunk order.
final class CellSweep {

    private static final int BLOCK = 64;
    private static final int MAX_CHUNKS = 64;

    private final FloatCsrMatrix expression;
    private final PaddedMatrix cells;
    private final int sweeps;
    private final RowKernel kernel;
    private final int chunkSize;
    private final Partial[] partials;
    private final DenseMatrix crossProduct;
    private final DenseMatrix gram;

    /// @param cells W, updated in place
    /// @param sweeps descents per pass
    CellSweep(FloatCsrMatrix expression, PaddedMatrix cells, int sweeps) {
        this.expression = expression;
        this.cells = cells;
        this.sweeps = sweeps;
        int rank = cells.columns();
        kernel = RowKernel.forWork(100L * expression.entries());
        chunkSize = Math.ceilDiv(Math.max(1024, Math.ceilDiv(cells.rows(), MAX_CHUNKS)), BLOCK) * BLOCK;
        partials = new Partial[Parallel.chunkCount(cells.rows(), chunkSize)];
        Arrays.setAll(partials, _ -> new Partial(expression.columns(), rank));
        crossProduct =
                new DenseMatrix(expression.columns(), rank, new double[Math.multiplyExact(expression.columns(), rank)]);
        gram = new DenseMatrix(rank, rank, new double[rank * rank]);
    }

    /// @return XᵀW after the last update, n_genes × rank
    DenseMatrix crossProduct() {
        return crossProduct;
    }

    /// @return WᵀW after the last update, rank × rank
    DenseMatrix gram() {
        return gram;
    }

    /// @return the violation in the first sweep, Σ|projected gradient|
    double update(GeneSweep genes) {
        Parallel.chunks(cells.rows(), chunkSize, (chunk, from, to) -> sweep(partials[chunk], genes, from, to));
        Parallel.chunks(expression.columns(), 256, (_, from, to) -> addCrossProducts(from, to));
        Arrays.fill(gram.values(), 0);
        double violation = 0;
        for (Partial partial : partials) {
            violation += partial.violation;
            for (int i = 0; i < gram.values().length; i++) {
                gram.values()[i] += partial.gram[i];
            }
        }
        return violation;
    }

    private void addCrossProducts(int from, int to) {
        int rank = cells.columns();
        double[] sum = crossProduct.values();
        Arrays.fill(sum, from * rank, to * rank, 0);
        for (Partial partial : partials) {
            for (int gene = from; gene < to; gene++) {
                for (int c = 0; c < rank; c++) {
                    sum[gene * rank + c] += partial.cross.get(gene, c);
                }
            }
        }
    }

    private void sweep(Partial partial, GeneSweep genes, int from, int to) {
        partial.clear();
        int stride = cells.stride();
        var products = new float[BLOCK * stride];
        var blockGram = PaddedMatrix.zeros(cells.columns(), cells.columns());
        for (int start = from; start < to; start += BLOCK) {
            int end = Math.min(to, start + BLOCK);
            kernel.product(expression, start, end, genes.rounded(), products);
            partial.violation += kernel.descend(cells, start, end, products, genes.gram(), sweeps);
            kernel.outer(cells, start, end, blockGram);
            kernel.addTransposedProduct(expression, start, end, cells.values(), start * stride, partial.cross);
            partial.take(blockGram);
        }
    }

    /// What one chunk of cells adds.
    private static final class Partial {

        final PaddedMatrix cross;
        final double[] gram;
        double violation;

        Partial(int genes, int rank) {
            cross = PaddedMatrix.zeros(genes, rank);
            gram = new double[rank * rank];
        }

        void clear() {
            Arrays.fill(cross.values(), 0);
            Arrays.fill(gram, 0);
            violation = 0;
        }

        void take(PaddedMatrix block) {
            int rank = block.columns();
            for (int a = 0; a < rank; a++) {
                for (int b = 0; b < rank; b++) {
                    gram[a * rank + b] += block.get(a, b);
                }
            }
            Arrays.fill(block.values(), 0);
        }
    }
}
