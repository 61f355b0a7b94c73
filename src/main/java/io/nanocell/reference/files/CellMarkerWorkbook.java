package io.nanocell.reference.files;

import io.nanocell.reference.UnreadableReferenceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/// Reads the human rows of CellMarker 2.0's workbook, `Cell_marker_Human.xlsx` or `Cell_marker_All.xlsx` (Hu et al.,
/// NAR 2023, gkac947).
///
/// The workbook is a zip of XML: its inflated size is checked before it is opened, and the reader's parser knows no
/// document types, so neither a bomb nor an external entity gets in.
public final class CellMarkerWorkbook {

    private static final long MAX_INFLATED_BYTES = 1L << 30;
    private static final List<String> NEEDED =
            List.of("species", "tissue_class", "cell_type", "cell_name", "cellontology_id", "symbol", "pmid");

    private CellMarkerWorkbook() {}

    /// @return the rows of human cells that name a cell and a gene, in file order
    /// @throws UnreadableReferenceException if it is no such workbook
    public static List<CellMarkerRow> read(ReferenceFile file) {
        return read(file, MAX_INFLATED_BYTES);
    }

    static List<CellMarkerRow> read(ReferenceFile file, long maxInflatedBytes) {
        refuseBomb(file, maxInflatedBytes);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file.bytes()));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            List<CellMarkerRow> human = new ArrayList<>();
            Map<String, Integer> columns = new HashMap<>();
            rows.forEach(row -> {
                if (columns.isEmpty()) {
                    columns.putAll(header(file, row));
                } else if (text(row, columns, "species").equalsIgnoreCase("human")) {
                    addNamed(human, row, columns);
                }
            });
            if (human.isEmpty()) {
                throw new UnreadableReferenceException(file.name(), "it has no row of a human cell");
            }
            return human;
        } catch (IOException | ExcelReaderException e) {
            throw new UnreadableReferenceException(file.name(), e);
        }
    }

    private static void addNamed(List<CellMarkerRow> rows, Row row, Map<String, Integer> columns) {
        var read = new CellMarkerRow(
                text(row, columns, "tissue_class"),
                text(row, columns, "cell_type"),
                text(row, columns, "cell_name"),
                text(row, columns, "cellontology_id"),
                text(row, columns, "symbol"),
                text(row, columns, "pmid"));
        if (!read.symbol().isEmpty() && !read.cellName().isEmpty()) {
            rows.add(read);
        }
    }

    private static Map<String, Integer> header(ReferenceFile file, Row row) {
        Map<String, Integer> columns = new HashMap<>();
        for (int c = 0; c < row.getCellCount(); c++) {
            columns.putIfAbsent(text(row, c).toLowerCase(Locale.ROOT), c);
        }
        if (!columns.keySet().containsAll(NEEDED)) {
            throw new UnreadableReferenceException(file.name(), "its first row lacks one of the columns " + NEEDED);
        }
        return columns;
    }

    private static String text(Row row, Map<String, Integer> columns, String column) {
        return text(row, columns.getOrDefault(column, -1));
    }

    /// PubMed ids are numbers in some editions and texts in others.
    private static String text(Row row, int column) {
        if (column < 0 || column >= row.getCellCount()) {
            return "";
        }
        Cell cell = row.getCell(column);
        if (cell == null || cell.getValue() == null) {
            return "";
        }
        return cell.getValue() instanceof BigDecimal number
                ? number.stripTrailingZeros().toPlainString()
                : cell.getText().strip();
    }

    private static void refuseBomb(ReferenceFile file, long maxInflatedBytes) {
        byte[] buffer = new byte[1 << 16];
        long inflated = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file.bytes()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    inflated += read;
                    if (inflated > maxInflatedBytes) {
                        throw new UnreadableReferenceException(
                                file.name(), "it inflates to more than " + maxInflatedBytes + " bytes");
                    }
                }
            }
        } catch (IOException e) {
            throw new UnreadableReferenceException(file.name(), e);
        }
        if (inflated == 0) {
            throw new UnreadableReferenceException(file.name(), "it is no workbook");
        }
    }
}
