package io.nanocell.ingest.csv;

import io.nanocell.ingest.BundleFile;
import io.nanocell.ingest.cells.CellTable;
import io.nanocell.ingest.check.Offenders;
import io.nanocell.ingest.check.Violations;
import io.nanocell.numerics.Cancellation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads `cells.csv` and `cells.csv.gz`: columns by name, others (an unnamed first one of XOA 1 too) are
/// ignored.
public final class CellTableCsv {

    private static final List<String> NEEDED = List.of("cell_id", "x_centroid", "y_centroid");

    private static final int CHECK_EVERY = 1 << 16;

    private CellTableCsv() {}

    /// @param maxRows more rows than this cannot be cells of the matrix
    /// @throws io.nanocell.ingest.MalformedBundleException if columns are missing or rows are too short or too
    /// many
    public static CellTable read(BundleFile file, long maxRows) {
        return CsvFile.read(file, csv -> read(csv, file.name(), maxRows));
    }

    private static CellTable read(CsvReader csv, String file, long maxRows) throws IOException {
        List<String> header = csv.header();
        Violations violations = new Violations();
        for (String name : NEEDED) {
            if (!header.contains(name)) {
                violations.add(file, name, "no such column in " + header, "send a table with " + NEEDED);
            }
        }
        violations.throwIfAny();
        int id = header.indexOf(NEEDED.get(0));
        int x = header.indexOf(NEEDED.get(1));
        int y = header.indexOf(NEEDED.get(2));
        int width = Math.max(id, Math.max(x, y)) + 1;
        CellTable table = new CellTable();
        Offenders tooShort = new Offenders();
        Offenders tooLong = new Offenders();
        List<String> row = new ArrayList<>();
        for (long line = csv.line(); csv.next(row); line = csv.line()) {
            long here = line;
            if (table.size() % CHECK_EVERY == 0) {
                Cancellation.check();
            }
            if (row.size() < width) {
                tooShort.add(() -> "line %d: %d fields".formatted(here, row.size()));
            } else if (row.get(id).length() > CellTable.MAX_ID) {
                tooLong.add(() ->
                        "line %d: %d characters".formatted(here, row.get(id).length()));
            } else if (table.size() >= maxRows) {
                throw Violations.malformed(
                        file,
                        "cell_id",
                        "more than %d rows".formatted(maxRows),
                        "send the matrix and the cell table of the same section");
            } else {
                table.add(row.get(id).strip(), number(row.get(x)), number(row.get(y)));
            }
        }
        violations.add(file, "row", tooShort, "every row needs " + NEEDED);
        violations.add(file, "cell_id", tooLong, "an id has at most %d characters".formatted(CellTable.MAX_ID));
        violations.throwIfAny();
        return table;
    }

    /// @return NaN for a text that is no decimal number
    private static double number(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || Character.isLetter(stripped.charAt(stripped.length() - 1))) { // 1d, 1f, NaN
            return Double.NaN;
        }
        try {
            return Double.parseDouble(stripped);
        } catch (NumberFormatException e) {
            return Double.NaN; // refused with the cell's name when the table is joined
        }
    }
}
