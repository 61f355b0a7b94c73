package io.nanocell.ingest;

import java.util.List;
import java.util.Locale;

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

    /// @return whether a bundle is unreadable without it
    public boolean isNeeded() {
        return this == MATRIX || this == CELLS;
    }
}
