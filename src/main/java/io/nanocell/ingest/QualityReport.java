package io.nanocell.ingest;

import java.util.Map;

/// What came in, what stays, and why the rest does not. `cellsIn` = `cellsKept` + the sum of `filtered`.
///
/// @param cellsIn cells of the section
/// @param cellsKept cells that pass
/// @param genesKept genes that pass
/// @param medianTranscripts median transcripts per cell over all cells in
/// @param medianGenes median genes per cell over all cells in
/// @param controlRate control counts / all counts
/// @param emptyCells cells without a transcript
/// @param filtered number of cells by reason, in enum order
public record QualityReport(
        int cellsIn,
        int cellsKept,
        int genesKept,
        double medianTranscripts,
        double medianGenes,
        double controlRate,
        int emptyCells,
        Map<FilterReason, Integer> filtered) {}
