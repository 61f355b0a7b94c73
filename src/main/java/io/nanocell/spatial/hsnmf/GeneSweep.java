package io.nanocell.spatial.hsnmf;

import io.nanocell.numerics.DenseMatrix;
import io.nanocell.numerics.PaddedMatrix;

/// Hᵀ and its Gram matrix HHᵀ; coordinate descent over all genes.
final class GeneSweep {

    private final DenseMatrix factors; // Hᵀ, n_genes × rank
    private final int sweeps;
    private PaddedMatrix rounded;
    private PaddedMatrix gram;

    /// @param sweeps descents per update
    GeneSweep(DenseMatrix start, int sweeps) {
        this.sweeps = sweeps;
        factors = new DenseMatrix(start.rows(), start.columns(), start.values().clone());
        rounded = PaddedMatrix.of(factors);
        gram = PaddedMatrix.of(exactGram());
    }

    /// @return Hᵀ as of now, shared
    DenseMatrix factors() {
        return factors;
    }

    /// @return Hᵀ in floats
    PaddedMatrix rounded() {
        return rounded;
    }

    /// @return HHᵀ in floats, rank × rank
    PaddedMatrix gram() {
        return gram;
    }

    /// @return HHᵀ, rank × rank
    DenseMatrix exactGram() {
        int rank = factors.columns();
        double[] product = new double[rank * rank];
        for (int gene = 0; gene < factors.rows(); gene++) {
            for (int a = 0; a < rank; a++) {
                double h = factors.get(gene, a);
                for (int b = 0; b < rank; b++) {
                    product[a * rank + b] += h * factors.get(gene, b);
                }
            }
        }
        return new DenseMatrix(rank, rank, product);
    }

    /// Descends along every factor of every gene, given XᵀW and WᵀW of the cells.
    ///
    /// @return the violation in the first sweep, Σ|projected gradient|
    double update(CellSweep cells) {
        double violation = 0;
        for (int gene = 0; gene < factors.rows(); gene++) {
            violation += updateGene(gene, cells.crossProduct(), cells.gram());
            for (int sweep = 1; sweep < sweeps; sweep++) {
                updateGene(gene, cells.crossProduct(), cells.gram());
            }
        }
        rounded = PaddedMatrix.of(factors);
        gram = PaddedMatrix.of(exactGram());
        return violation;
    }

    private double updateGene(int gene, DenseMatrix cross, DenseMatrix cellGram) {
        int rank = factors.columns();
        double[] h = factors.values();
        int offset = gene * rank;
        double violation = 0;
        for (int t = 0; t < rank; t++) {
            double gradient = -cross.get(gene, t);
            for (int r = 0; r < rank; r++) {
                gradient += cellGram.get(t, r) * h[offset + r];
            }
            double old = h[offset + t];
            violation += Math.abs(old == 0 ? Math.min(0, gradient) : gradient);
            double curvature = cellGram.get(t, t);
            if (curvature != 0) {
                h[offset + t] = Math.max(old - gradient / curvature, 0);
            }
        }
        return violation;
    }
}
