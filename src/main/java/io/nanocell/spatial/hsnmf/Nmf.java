package io.nanocell.spatial.hsnmf;

import io.nanocell.numerics.FloatCsrMatrix;

/// Non-negative matrix factorisation of the expression, X ≈ W H, by cyclic coordinate descent on ½‖X − WH‖²_F.
///
/// | Paper | Here            | Shape             | Unit              |
/// |-------|-----------------|-------------------|-------------------|
/// | X     | `expression`    | n_cells × n_genes | ln(1 + x), sparse |
/// | W     | `cells`         | n_cells × rank    | loading, ≥ 0      |
/// | H     | `genes` (as Hᵀ) | n_genes × rank    | loading, ≥ 0      |
///
/// Update, order (all of W, then all of H) and stopping rule are those of scikit-learn's solver `cd` without
/// shuffling: it ends when the violation of the optimality conditions is at most `tolerance` times the first
/// one. But what an iteration costs most for, XHᵀ and XᵀW, serves `sweeps` descents instead of one (Gillis and
/// Glineur 2012): fewer iterations to the same tolerance, at the same objective or below. The violation is that
/// of the first descent. With one sweep it is scikit-learn's algorithm.
///
/// W is held in floats, H and all sums over cells in doubles. Time O(iterations · rank · (n_nonzero + sweeps ·
/// n_cells · rank)), one pass over X per iteration; memory one W and up to 64 partial n_genes × rank matrices.
///
/// @param rank number of factors, ≥ 1
/// @param tolerance bound on violation / first violation, > 0
/// @param maxIterations at most so many, ≥ 1
/// @param seed of the randomised SVD that the start is made from
/// @param sweeps descents of W, and of H, per iteration, ≥ 1
/// @see <a href="https://doi.org/10.1587/transfun.E92.A.708">Cichocki and Phan 2009</a>
/// @see <a href="https://doi.org/10.1162/NECO_a_00256">Gillis and Glineur 2012</a>
public record Nmf(int rank, double tolerance, int maxIterations, long seed, int sweeps) {

    /// More gain little: on sections of 10,000 to 200,000 cells it is 22 or 23 iterations with three, 21 or 22
    /// with four.
    private static final int SWEEPS = 3;

    public Nmf {
        if (rank < 1 || !(tolerance > 0) || maxIterations < 1 || sweeps < 1) {
            throw new IllegalArgumentException("rank %d, tolerance %s, %d iterations and %d sweeps are not all positive"
                    .formatted(rank, tolerance, maxIterations, sweeps));
        }
    }

    /// With three sweeps.
    public Nmf(int rank, double tolerance, int maxIterations, long seed) {
        this(rank, tolerance, maxIterations, seed, SWEEPS);
    }

    /// @return the factors from an NNDSVDa start
    /// @throws IllegalArgumentException if `expression` has fewer rows or columns than `rank`
    public NmfFactors factorise(FloatCsrMatrix expression) {
        return descend(expression, new Nndsvda(rank, seed).start(expression));
    }

    NmfFactors descend(FloatCsrMatrix expression, NmfStart start) {
        var cells = new CellSweep(expression, start.cells(), sweeps);
        var genes = new GeneSweep(start.genes(), sweeps);
        double first = 0;
        int iterations = 0;
        while (iterations < maxIterations) {
            iterations++;
            double violation = cells.update(genes) + genes.update(cells);
            if (iterations == 1) {
                first = violation;
            }
            if (violation <= tolerance * first) { // also where the start is already optimal, 0 ≤ 0
                break;
            }
        }
        double total = Residual.squaredNorm(expression);
        double residual = Residual.squared(expression, total, start.cells(), genes);
        return new NmfFactors(
                start.cells(), genes.factors(), iterations, 0.5 * residual, total > 0 ? 1 - residual / total : 0);
    }
}
