/// Communities of a weighted graph by the Leiden algorithm (Traag, Waltman and van Eck 2019). Imports numerics and
/// `spatial.graph`.
@NullMarked
package io.nanocell.spatial.leiden;

import org.jspecify.annotations.NullMarked;
