package io.nanocell.results;

import java.util.List;

/// Cells in and out; `cellsIn` = `cellsKept` + the sum of `filtered`.
public record JobQuality(
        int cellsIn, int cellsKept, int genesKept, double medianTranscripts, List<FilteredCount> filtered) {}
