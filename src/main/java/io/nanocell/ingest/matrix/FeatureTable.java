package io.nanocell.ingest.matrix;

/// The features of a matrix, one per column; the arrays are equally long and shared with the caller.
///
/// @param ids Ensembl ids of genes, own names of controls
/// @param names gene symbols, own names of controls
/// @param types "Gene Expression", "Negative Control Probe" …
public record FeatureTable(String[] ids, String[] names, String[] types) {

    public FeatureTable {
        if (ids.length != names.length || ids.length != types.length) {
            throw new IllegalArgumentException(
                    "%d ids, %d names and %d types".formatted(ids.length, names.length, types.length));
        }
    }

    public int size() {
        return ids.length;
    }
}
