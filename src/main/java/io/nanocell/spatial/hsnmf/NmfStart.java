package io.nanocell.spatial.hsnmf;

import io.nanocell.numerics.DenseMatrix;
import io.nanocell.numerics.PaddedMatrix;

/// Where the descent begins. `cells` is handed over: the descent writes into it.
///
/// @param cells W₀, n_cells × rank, ≥ 0
/// @param genes H₀ᵀ, n_genes × rank, ≥ 0
record NmfStart(PaddedMatrix cells, DenseMatrix genes) {}
