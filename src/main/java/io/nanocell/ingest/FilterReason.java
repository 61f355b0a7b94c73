package io.nanocell.ingest;

/// Why a cell is not assessed.
public enum FilterReason {
    NONE(0),
    TOO_FEW_TRANSCRIPTS(1),
    TOO_FEW_GENES(2),
    SMALL_CLUSTER(3),
    NO_GROUP(4);

    private final short code;

    FilterReason(int code) {
        this.code = (short) code;
    }

    /// @return the number that is stored for it (`cell_block.reason`): never to be changed
    public short code() {
        return code;
    }
}
