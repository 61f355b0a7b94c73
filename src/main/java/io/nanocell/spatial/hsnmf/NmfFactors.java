package io.nanocell.spatial.hsnmf;

import io.nanocell.numerics.DenseMatrix;
import io.nanocell.numerics.PaddedMatrix;

/// X ≈ W H.
///
/// @param cells W, n_cells × rank, ≥ 0
/// @param genes Hᵀ, n_genes × rank, ≥ 0
/// @param iterations sweeps over W and H that were made
/// @param objective ½‖X − WH‖²_F
/// @param explainedVariance 1 − ‖X − WH‖² / ‖X‖²; 0 where X is zero
public record NmfFactors(
        PaddedMatrix cells, DenseMatrix genes, int iterations, double objective, double explainedVariance) {}
