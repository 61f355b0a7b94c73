package io.nanocell.reference.files;

import io.nanocell.reference.UnreadableReferenceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ObjDoubleConsumer;

/// A tab-separated table with a header line; columns are found by name, so their order does not matter.
public final class Table {

    private final String file;
    private final List<String> lines;
    private final List<String> header;

    /// @throws UnreadableReferenceException if there is no row or a needed column is missing
    public Table(ReferenceFile file, String... needed) {
        this.file = file.name();
        this.lines = file.lines().stream().filter(line -> !line.startsWith("#")).toList();
        if (lines.size() < 2) {
            throw new UnreadableReferenceException(this.file, "it has no rows");
        }
        this.header = Arrays.asList(lines.getFirst().split("\t", -1));
        for (String column : needed) {
            if (!header.contains(column)) {
                throw new UnreadableReferenceException(
                        this.file, "it has no column \"%s\" but %s".formatted(column, header));
            }
        }
    }

    /// @return number of rows
    public int size() {
        return lines.size() - 1;
    }

    /// Calls `reader` with every row, in file order.
    ///
    /// @throws UnreadableReferenceException if a row is too short, or where `reader` refuses it
    public void forEach(Consumer<Row> reader) {
        for (int line = 1; line < lines.size(); line++) {
            String[] cells = lines.get(line).split("\t", -1);
            if (cells.length < header.size()) {
                throw new UnreadableReferenceException(
                        file, "row %d has %d of %d columns".formatted(line, cells.length, header.size()));
            }
            try {
                reader.accept(new Row(cells));
            } catch (IllegalArgumentException e) {
                throw new UnreadableReferenceException(file, "row %d: %s".formatted(line, e.getMessage()));
            }
        }
    }

    /// One row.
    public final class Row {

        private final String[] cells;

        private Row(String[] cells) {
            this.cells = cells;
        }

        /// @return the cell without surrounding blanks and quotes; empty where the table lacks the column
        public String get(String column) {
            int index = header.indexOf(column);
            String cell = index < 0 ? "" : cells[index].strip();
            boolean quoted = cell.length() > 1 && cell.startsWith("\"") && cell.endsWith("\"");
            return quoted ? cell.substring(1, cell.length() - 1).strip() : cell;
        }

        /// @return the cell's parts between `|`, none for an empty cell
        public List<String> parts(String column) {
            String cell = get(column);
            if (cell.isEmpty()) { // as most are; and a loop: 90,000 such cells are read by cold code
                return List.of();
            }
            List<String> parts = new ArrayList<>();
            for (String part : cell.split("\\|", -1)) {
                String text = part.strip();
                if (!text.isEmpty()) {
                    parts.add(text);
                }
            }
            return Collections.unmodifiableList(parts);
        }

        /// Calls `reader` with every part "name=weight" of the cell.
        ///
        /// @throws IllegalArgumentException if a part has no weight
        public void weighted(String column, ObjDoubleConsumer<String> reader) {
            for (String part : parts(column)) {
                int equals = part.lastIndexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException("%s \"%s\" has no weight".formatted(column, part));
                }
                reader.accept(part.substring(0, equals), Double.parseDouble(part.substring(equals + 1)));
            }
        }
    }
}
