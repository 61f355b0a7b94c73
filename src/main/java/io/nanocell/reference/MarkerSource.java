package io.nanocell.reference;

/// Where a list of marker genes comes from.
public enum MarkerSource {
    /// CellMarker 2.0, normal tissue: one list per publication and type.
    CELL_MARKER("CellMarker", true),
    /// CellMarker 2.0, samples of cancer patients; the type itself is a type like any other.
    CELL_MARKER_CANCER("CellMarker (cancer samples)", true),
    /// PanglaoDB: one list per type.
    PANGLAO_DB("PanglaoDB", true),
    /// Genes that the Cell Ontology states in names, definitions and marker sets.
    CELL_ONTOLOGY("Cell Ontology", false),
    /// `atlas-markers.tsv.gz`: one list per atlas study and type.
    ATLAS("atlas-markers", false),
    /// CellMarker 2.0, mouse cells, genes brought to their human orthologs: one list per publication and type.
    CELL_MARKER_MOUSE("CellMarker (mouse)", false),
    /// SingleCellBase, human and mouse cells: one list per publication and type.
    SINGLE_CELL_BASE("SingleCellBase", false),
    /// A marker set that the user brought.
    USER("user", true);

    private final String title;
    private final boolean naming;

    MarkerSource(String title, boolean naming) {
        this.title = title;
        this.naming = naming;
    }

    /// @return the source's name for people
    public String title() {
        return title;
    }

    /// @return whether a type that stands in this source may be a label; the others are evidence only
    public boolean isNaming() {
        return naming;
    }
}
