package io.nanocell.ingest;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a file of a bundle is for; the lower-case names are those of the upload's parts.
public enum BundleRole {
    MATRIX,
    CELLS,
    EXPERIMENT,
    PANEL,
    CLUSTERS;

    /// @return names that Xenium Onboard Analysis gives such a file, preferred first
    public List<String> officialNames() {
        return switch (this) {
            case MATRIX -> List.of("cell_feature_matrix.h5");
            case CELLS -> List.of("cells.parquet", "cells.csv.gz", "cells.csv");
            case EXPERIMENT -> List.of("experiment.xenium");
            case PANEL -> List.of("gene_panel.json");
            case CLUSTERS -> List.of("clusters.csv");
        };
    }

    /// @return "matrix", "cells" …
    public String part() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param matrix name of the matrix's file; null where there is none
    /// @return whether a bundle is unreadable without this; AnnData may hold its cells itself
    public boolean isNeeded(@Nullable String matrix) {
        return this == MATRIX || (this == CELLS && (matrix == null || !isAnnData(matrix)));
    }

    /// @return whether a file of this name says that it is AnnData; what it is, its content tells
    public static boolean isAnnData(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".h5ad");
    }
}
