package io.nanocell.api;

import io.nanocell.results.CellRow;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;

/// A table of cells as bytes.
interface CellsFormat {

    /// All cells of a job, in the section's order.
    interface Cells {

        void forEach(Consumer<CellRow> consumer);
    }

    /// Writes them all.
    ///
    /// @throws IOException if `out` takes no more
    void write(Cells cells, OutputStream out) throws IOException;
}
