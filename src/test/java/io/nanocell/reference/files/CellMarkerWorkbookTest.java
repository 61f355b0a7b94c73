package io.nanocell.reference.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.reference.UnreadableReferenceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellMarkerWorkbookTest {

    static final List<String> HEADER =
            List.of("species", "tissue_class", "cell_type", "cell_name", "cellontology_id", "marker", "Symbol", "PMID");

    /// A workbook as spreadsheet programs write it, texts inline; what is a number in the list is one in the sheet.
    static ReferenceFile workbook(String prologue, List<List<Object>> rows) throws IOException {
        StringBuilder sheet = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + prologue
                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int r = 0; r < rows.size(); r++) {
            sheet.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows.get(r).size(); c++) {
                Object cell = rows.get(r).get(c);
                String place = (char) ('A' + c) + String.valueOf(r + 1);
                sheet.append(
                        cell instanceof Number
                                ? "<c r=\"%s\"><v>%s</v></c>".formatted(place, cell)
                                : "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(place, cell));
            }
            sheet.append("</row>");
        }
        sheet.append("</sheetData></worksheet>");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            add(zip, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
                    </Types>""");
            add(zip, "_rels/.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>
                    </Relationships>""");
            add(zip, "xl/workbook.xml", """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
                    <sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            add(zip, "xl/_rels/workbook.xml.rels", """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
                    </Relationships>""");
            add(zip, "xl/worksheets/sheet1.xml", sheet.toString());
        }
        return new ReferenceFile("cells.xlsx", bytes.toByteArray());
    }

    private static void add(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    static List<Object> row(String species, String name, String symbol, Object pmid) {
        return List.of(species, "Liver", "Normal cell", name, "CL_0000182", symbol, symbol, pmid);
    }

    @Test
    void keepsHumanRowsAndReadsPubMedIdsAsTextOrNumber() throws IOException {
        List<CellMarkerRow> rows = CellMarkerWorkbook.read(workbook(
                "",
                List.of(
                        List.copyOf(HEADER),
                        row("Human", "Hepatocyte", "ALB", 31982413),
                        row("Mouse", "Hepatocyte", "Alb", "1"),
                        row("Human", "Hepatocyte", "", "2"),
                        row("human", "Hepatocyte", "TTR", "31982414"))));

        assertThat(rows).extracting(CellMarkerRow::symbol).containsExactly("ALB", "TTR");
        assertThat(rows).extracting(CellMarkerRow::pmid).containsExactly("31982413", "31982414");
        assertThat(rows.getFirst().tissue()).isEqualTo("Liver");
    }

    @Test
    void refusesExternalEntity(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "STOLEN");
        ReferenceFile file = workbook(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>".formatted(secret.toUri()),
                List.of(List.copyOf(HEADER), row("Human", "&e;", "ALB", "1")));

        assertThatThrownBy(() -> CellMarkerWorkbook.read(file))
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContaining("cells.xlsx");
    }

    @Test
    void refusesWorkbookThatInflatesTooFar() throws IOException {
        ReferenceFile file = workbook("", List.of(List.copyOf(HEADER), row("Human", "x".repeat(100_000), "ALB", "1")));

        assertThatThrownBy(() -> CellMarkerWorkbook.read(file, 50_000)).hasMessageContaining("50000 bytes");
    }

    @Test
    void refusesMissingColumn() throws IOException {
        ReferenceFile file = workbook("", List.of(List.of("species", "cell_name"), List.of("Human", "Hepatocyte")));

        assertThatThrownBy(() -> CellMarkerWorkbook.read(file))
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContaining("columns");
    }

    @Test
    void refusesWhatIsNoWorkbook() {
        assertThatThrownBy(() -> CellMarkerWorkbook.read(TextFile.of("no zip at all")))
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContaining("made-up");
    }
}
