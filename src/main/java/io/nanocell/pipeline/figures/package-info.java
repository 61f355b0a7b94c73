/// Figures as SVG, written by hand: the same input gives the same bytes. Imports evaluation and results.
@NullMarked
package io.nanocell.pipeline.figures;

import org.jspecify.annotations.NullMarked;
