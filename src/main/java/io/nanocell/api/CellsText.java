package io.nanocell.api;

import io.nanocell.results.CellRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A table of cells with a line for each.
abstract class CellsText implements CellsFormat {

    private static final int BUFFER_CHARS = 1 << 16;

    /// @return what stands before the first cell, with its line end; empty where nothing does
    abstract String head();

    /// @return the cell without a line end
    abstract String line(CellRow cell);

    /// @return what stands after the last cell
    String foot() {
        return "";
    }

    @Override
    public final void write(Cells cells, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER_CHARS);
        try {
            writer.append(head());
            cells.forEach(cell -> {
                try {
                    writer.append(line(cell)).append('\n');
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            writer.append(foot());
            writer.flush(); // after a failure nothing is flushed: the connection breaks off
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
