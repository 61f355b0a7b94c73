package io.nanocell.results;

/// Why a cell is not assessed, as `cell_block.reason` stores it: the ordinals are those of the reasons of `ingest`,
/// kept
/// equal by a test. Append only.
enum CellReason {
    NONE,
    TOO_FEW_TRANSCRIPTS,
    TOO_FEW_GENES,
    SMALL_CLUSTER,
    NO_GROUP;

    private static final CellReason[] ALL = values();

    /// @throws IllegalArgumentException for an ordinal that no reason has
    static CellReason of(int ordinal) {
        if (ordinal < 0 || ordinal >= ALL.length) {
            throw new IllegalArgumentException("no reason has the number " + ordinal);
        }
        return ALL[ordinal];
    }
}
