package io.nanocell.ingest;

/// Why a cell is not assessed. The order is stored (`cell_block.reason`): append only.
public enum FilterReason {
    NONE,
    TOO_FEW_TRANSCRIPTS,
    TOO_FEW_GENES,
    SMALL_CLUSTER,
    NO_GROUP
}
