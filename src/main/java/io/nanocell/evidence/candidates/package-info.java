/// Ranks labels by marker evidence and tissue, and measures them against lists of random genes. The formulas and their
/// constants were worked out for this project on CellMarker and Azimuth lists. Imports numerics and reference.
@NullMarked
package io.nanocell.evidence.candidates;

import org.jspecify.annotations.NullMarked;
