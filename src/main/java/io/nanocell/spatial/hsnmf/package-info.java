/// Non-negative factors of the expression, smoothed over the tissue (Mahmud et al., ISBI 2026). Imports numerics and
/// `spatial.graph`.
@NullMarked
package io.nanocell.spatial.hsnmf;

import org.jspecify.annotations.NullMarked;
