/// What the single cells say about a cluster that its averages hide: mixed lineages, and signal that comes from the
/// neighbours. Imports numerics.
@NullMarked
package io.nanocell.evidence.cells;

import org.jspecify.annotations.NullMarked;
