/// Rank statistics of genes between groups of cells, as scipy and scanpy compute them. Imports numerics.
@NullMarked
package io.nanocell.evidence.stats;

import org.jspecify.annotations.NullMarked;
