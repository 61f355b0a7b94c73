package io.nanocell.api;

import io.nanocell.results.CellRow;

/// A table of cells as text.
interface CellsFormat {

    /// @return what stands before the first cell, with its line end; empty where nothing does
    String head();

    /// @return the cell without a line end
    String line(CellRow cell);
}
