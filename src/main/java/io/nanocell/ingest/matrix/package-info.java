/// The cells × features counts as a file gives them, whatever its format: checked, rows sorted, then split into
/// genes and controls. Imports the module's door, `ingest.check` and numerics.
@NullMarked
package io.nanocell.ingest.matrix;

import org.jspecify.annotations.NullMarked;
