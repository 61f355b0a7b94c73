package io.nanocell.reference.files;

/// One row of CellMarker, with empty texts where the workbook has nothing.
///
/// @param tissue class of tissue, as written
/// @param cellType "Normal cell" or "Cancer cell": the state of the sample, not a name
/// @param cellName the name
/// @param cellOntologyId as supplied, with errors
/// @param symbol gene
/// @param pmid PubMed id
public record CellMarkerRow(
        String tissue, String cellType, String cellName, String cellOntologyId, String symbol, String pmid) {}
