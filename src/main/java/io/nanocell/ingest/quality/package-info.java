/// The steps of quality control: genes under their approved symbols, figures per cell, selection, normalisation
/// (as scanpy's `normalize_total` and `log1p`). Imports the module's door, numerics and reference.
@NullMarked
package io.nanocell.ingest.quality;

import org.jspecify.annotations.NullMarked;
