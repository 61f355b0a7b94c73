/// Reads marker sets that users bring as CSV or GMT (MSigDB's "gene matrix transposed"). Imports reference and results.
@NullMarked
package io.nanocell.pipeline.sets;

import org.jspecify.annotations.NullMarked;
