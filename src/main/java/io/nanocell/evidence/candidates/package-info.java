/// Ranks labels by marker evidence and tissue, and measures them against chance (method: `prototype/ranker` as
/// measured, see method.md §5). Imports numerics and reference.
@NullMarked
package io.nanocell.evidence.candidates;

import org.jspecify.annotations.NullMarked;
