/// Graphs over cells: who is near in the tissue, who is alike in the factors, and the two mixed (Mahmud et al., ISBI
/// 2026; UMAP, McInnes et al. 2018). Imports numerics.
@NullMarked
package io.nanocell.spatial.graph;

import org.jspecify.annotations.NullMarked;
