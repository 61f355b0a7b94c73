package io.nanocell.api;

import io.nanocell.results.CellLabel;
import io.nanocell.results.CellRow;
import io.nanocell.results.ClusterView;
import org.jspecify.annotations.Nullable;

/// Columns of the cell table beyond the cell's id, group and colour.
enum CellColumn {
    CLUSTER("cluster"),
    LABEL("label"),
    CELL_ONTOLOGY_ID("cellOntologyId"),
    VERDICT("verdict"),
    CONFIDENCE("confidence"),
    REASON("reason"),
    CELL_LABEL("cellLabel"),
    CELL_LABEL_ONTOLOGY_ID("cellLabelOntologyId"),
    CELL_LINEAGE("cellLineage"),
    X("x"),
    Y("y");

    private final String header;

    CellColumn(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }

    /// @return whether it tells where a cell lies, which cells of one kind do not share
    boolean isPlace() {
        return this == X || this == Y;
    }

    /// @return text or number; null where the cell has none
    @Nullable
    Object of(CellRow cell, CellGroups.Kind kind) {
        return switch (this) {
            case X -> cell.x();
            case Y -> cell.y();
            default -> of(kind);
        };
    }

    /// @return what all cells of a kind share
    /// @throws IllegalStateException for a place
    @Nullable
    Object of(CellGroups.Kind kind) {
        ClusterView cluster = kind.cluster();
        CellLabel type = kind.type();
        return switch (this) {
            case CLUSTER -> cluster == null ? null : cluster.number();
            case LABEL -> cluster == null ? null : cluster.label();
            case CELL_ONTOLOGY_ID -> cluster == null ? null : cluster.cellOntologyId();
            case VERDICT -> cluster == null ? CellGroups.NOT_ASSESSED : cluster.verdict();
            case CONFIDENCE -> cluster == null ? null : cluster.confidence();
            case REASON -> kind.reason().equals("NONE") ? null : kind.reason();
            case CELL_LABEL -> type == null ? null : type.label();
            case CELL_LABEL_ONTOLOGY_ID -> type == null ? null : type.cellOntologyId();
            case CELL_LINEAGE -> type == null ? null : type.lineage();
            case X, Y -> throw new IllegalStateException("cells of one kind have many places");
        };
    }
}
