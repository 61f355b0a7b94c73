/// Unpacks the few needed files of a zip, tar or tar.gz archive. Nothing is written before the whole table of
/// contents has been checked; no name from an archive ever becomes a path. Imports the module's door,
/// `ingest.check` and numerics.
@NullMarked
package io.nanocell.ingest.archive;

import org.jspecify.annotations.NullMarked;
