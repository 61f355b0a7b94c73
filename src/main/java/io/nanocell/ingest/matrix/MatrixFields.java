package io.nanocell.ingest.matrix;

/// Where the parts of a matrix stand in its file, for messages.
///
/// @param cells path of the cells' ids
/// @param entries path of the features that the entries are of
/// @param types path of the features' types
public record MatrixFields(String cells, String entries, String types) {

    /// Of a file of Cell Ranger or Xenium Onboard Analysis.
    public static final MatrixFields OF_10X =
            new MatrixFields("matrix/barcodes", "matrix/indices", "matrix/features/feature_type");
}
