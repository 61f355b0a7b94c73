/// Reads `cells.parquet` with an in-memory DuckDB that may open this one file and nothing else. Imports the
/// module's door, `ingest.check`, `ingest.cells` and numerics.
@NullMarked
package io.nanocell.ingest.parquet;

import org.jspecify.annotations.NullMarked;
