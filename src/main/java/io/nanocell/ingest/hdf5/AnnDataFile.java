package io.nanocell.ingest.hdf5;

import io.nanocell.ingest.BundleFile;
import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.ingest.cells.CellTable;
import io.nanocell.ingest.check.Violations;
import io.nanocell.ingest.matrix.FeatureMatrix;
import io.nanocell.ingest.matrix.FeatureTable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads AnnData `.h5ad` (0.7 and later; anndata's "On-disk format"): raw counts of `layers/counts`, else `X`,
/// else `raw/X`, whichever comes first and holds whole numbers, sparse by row or column, or dense; names of `obs` and
/// `var`; centroids of `obsm/spatial`, else of the columns `x_centroid` and `y_centroid` of `obs`.
public final class AnnDataFile {

    private static final List<String> PLACES = List.of("layers/counts", "X", "raw/X");
    private static final List<String> SYMBOLS = List.of("gene_symbols", "gene_symbol", "feature_name", "gene_name");
    private static final List<String> IDS = List.of("gene_ids", "gene_id", "ensembl_id", "ensembl_ids");
    private static final String GENE = "Gene Expression";

    private AnnDataFile() {}

    /// What a file holds.
    ///
    /// @param matrix cells × features
    /// @param cells their centroids in µm; null where the file has none
    /// @param counts where the counts were found: "X", "layers/counts" …
    /// @param centroids where the centroids were found; null where `cells` is
    public record Section(
            FeatureMatrix matrix,
            @Nullable CellTable cells,
            String counts,
            @Nullable String centroids) {}

    /// What decides how much memory it needs.
    ///
    /// @param size of the counts
    /// @param cells their centroids in µm; null where the file has none
    public record Extent(
            FeatureMatrixFile.Size size, @Nullable CellTable cells) {}

    /// @param file an HDF5 file
    /// @throws MalformedBundleException if it is damaged
    public static boolean is(BundleFile file) {
        Hdf5Superblock.requireComplete(file);
        try (MappedHdf5 open = MappedHdf5.open(file)) {
            Hdf5Tree tree = tree(file, open);
            return !tree.has("matrix") && tree.has("obs") && tree.has("var");
        }
    }

    /// @throws MalformedBundleException "malformed-bundle" if the file breaks a rule of its format or holds no raw
    /// counts, "too-large" if it does not fit into memory
    public static Section read(BundleFile file) {
        Hdf5Superblock.requireComplete(file);
        try (MappedHdf5 open = MappedHdf5.open(file)) {
            Hdf5Tree tree = tree(file, open);
            String[] ids = new AnnDataFrame(tree, "obs").index();
            String place = place(tree);
            var centroids = AnnDataCentroids.of(tree, ids);
            FeatureTable features = features(new AnnDataFrame(tree, place.startsWith("raw/") ? "raw/var" : "var"));
            FeatureMatrix matrix = AnnDataCounts.of(tree, place).read(ids, features);
            return centroids.isEmpty()
                    ? new Section(matrix, null, place, null)
                    : new Section(
                            matrix,
                            centroids.get().table(),
                            place,
                            centroids.get().place());
        }
    }

    /// @throws MalformedBundleException as [#read] does
    public static Extent size(BundleFile file) {
        Hdf5Superblock.requireComplete(file);
        try (MappedHdf5 open = MappedHdf5.open(file)) {
            Hdf5Tree tree = tree(file, open);
            String[] ids = new AnnDataFrame(tree, "obs").index();
            return new Extent(
                    AnnDataCounts.of(tree, place(tree)).size(),
                    AnnDataCentroids.of(tree, ids).map(AnnDataCentroids::table).orElse(null));
        }
    }

    private static Hdf5Tree tree(BundleFile file, MappedHdf5 open) {
        return new Hdf5Tree(
                file.name(), open.hdf(), "write the file with anndata: obs, var and counts, see its on-disk format");
    }

    private static String place(Hdf5Tree tree) {
        List<String> present = PLACES.stream().filter(tree::has).toList();
        for (String place : present) {
            if (AnnDataCounts.of(tree, place).areCounts()) {
                return place;
            }
        }
        throw Violations.malformed(
                tree.file(),
                "X",
                present.isEmpty()
                        ? "holds no counts in any of " + String.join(", ", PLACES)
                        : "values that are no counts in " + String.join(", ", present) + ", raw counts in none of "
                                + String.join(", ", PLACES),
                "keep the raw counts, whole numbers, in layers[\"counts\"]");
    }

    private static FeatureTable features(AnnDataFrame var) {
        String[] index = var.index();
        String[] symbols = index;
        String[] ids = index;
        if (areEnsembl(index)) {
            symbols = var.first(SYMBOLS, index.length).orElse(index);
        } else {
            ids = var.first(IDS, index.length).orElse(index);
        }
        String[] types = var.first(List.of("feature_types"), index.length).orElse(null);
        if (types == null) {
            types = new String[index.length];
            for (int f = 0; f < types.length; f++) {
                types[f] = typeOf(symbols[f]);
            }
        }
        return new FeatureTable(ids, symbols, types);
    }

    private static boolean areEnsembl(String[] names) {
        int found = 0;
        for (String name : names) {
            found += name.matches("ENS[A-Z]{0,6}G\\d{6,}.*") ? 1 : 0;
        }
        return 2 * found > names.length;
    }

    /// What Xenium Onboard Analysis calls its controls, where nobody kept their types.
    private static String typeOf(String name) {
        if (name.startsWith("NegControlProbe_")) {
            return "Negative Control Probe";
        } else if (name.startsWith("NegControlCodeword_")) {
            return "Negative Control Codeword";
        } else if (name.startsWith("UnassignedCodeword_") || name.startsWith("BLANK_")) {
            return "Unassigned Codeword";
        } else if (name.startsWith("DeprecatedCodeword_")) {
            return "Deprecated Codeword";
        } else if (name.startsWith("Intergenic_Region_")) {
            return "Genomic Control";
        }
        return GENE;
    }
}
