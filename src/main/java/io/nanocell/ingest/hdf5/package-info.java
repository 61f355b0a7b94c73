/// Reads `cell_feature_matrix.h5` through jHDF; nothing of that library leaves this package. A file may be
/// hostile: links are not followed, sizes are checked before memory is taken, chunks are inflated to their
/// declared size and no further. Layout: 10x Genomics, "Feature-barcode matrices, HDF5". Imports the module's
/// door, `ingest.check`, `ingest.matrix` and numerics.
@NullMarked
package io.nanocell.ingest.hdf5;

import org.jspecify.annotations.NullMarked;
