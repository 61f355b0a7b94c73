/// The cell table as a file gives it, whatever its format, and its join to the cells of the matrix. Imports the
/// module's door and `ingest.check`.
@NullMarked
package io.nanocell.ingest.cells;

import org.jspecify.annotations.NullMarked;
