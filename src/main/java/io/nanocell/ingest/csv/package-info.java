/// Reads `cells.csv`, `cells.csv.gz` and `clusters.csv` as a stream. Format: RFC 4180. Imports the module's
/// door, `ingest.check`, `ingest.cells` and numerics.
@NullMarked
package io.nanocell.ingest.csv;

import org.jspecify.annotations.NullMarked;
