/// Figures as SVG, written by hand: the same input gives the same bytes, and the colours that they share
/// with the cells of an export. Imports evaluation and results.
@NamedInterface("figures")
@NullMarked
package io.nanocell.pipeline.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
