package io.nanocell.ingest.hdf5;

import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.ingest.cells.CellTable;
import io.nanocell.ingest.check.Violations;
import java.util.List;
import java.util.Optional;

/// Where the cells of an AnnData file lie.
///
/// @param table a row per cell, in the order of `obs`
/// @param place where the coordinates were found
record AnnDataCentroids(CellTable table, String place) {

    private static final List<String> PLACES = List.of("obsm/spatial", "obsm/X_spatial");
    private static final int MAX_CELLS = 50_000_000;
    private static final int MAX_DIMENSIONS = 3; // a z is not read

    /// @param ids names of the cells
    /// @return empty where the file tells nothing
    /// @throws MalformedBundleException if it tells it of more or fewer cells
    static Optional<AnnDataCentroids> of(Hdf5Tree tree, String[] ids) {
        for (String place : PLACES) {
            if (tree.has(place) && !tree.isGroup(place)) {
                return Optional.of(new AnnDataCentroids(table(tree, place, ids), place));
            }
        }
        var obs = new AnnDataFrame(tree, "obs");
        Optional<double[]> x = obs.numbers("x_centroid");
        Optional<double[]> y = obs.numbers("y_centroid");
        if (x.isEmpty() || y.isEmpty()) {
            return Optional.empty();
        }
        requireLength(tree, "obs/x_centroid", x.get().length, ids.length);
        requireLength(tree, "obs/y_centroid", y.get().length, ids.length);
        var table = new CellTable();
        for (int cell = 0; cell < ids.length; cell++) {
            table.add(ids[cell], x.get()[cell], y.get()[cell]);
        }
        return Optional.of(new AnnDataCentroids(table, "obs/x_centroid and obs/y_centroid"));
    }

    private static CellTable table(Hdf5Tree tree, String place, String[] ids) {
        Hdf5Table spatial = tree.table(place, MAX_CELLS, MAX_DIMENSIONS);
        requireLength(tree, place, spatial.rows(), ids.length);
        if (spatial.columns() < 2) {
            throw Violations.malformed(
                    tree.file(), place, "%d column".formatted(spatial.columns()), "write x and y of every cell");
        }
        var table = new CellTable();
        spatial.forEachRow((cell, values) -> table.add(ids[cell], values[0], values[1]));
        return table;
    }

    private static void requireLength(Hdf5Tree tree, String place, int found, int cells) {
        if (found != cells) {
            throw Violations.malformed(
                    tree.file(),
                    place,
                    "%d rows for %d cells".formatted(found, cells),
                    "write one row for every cell of obs");
        }
    }
}
