package io.nanocell.reference.build;

import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.files.HgncTable;
import io.nanocell.reference.files.OrthologTable;
import io.nanocell.reference.files.ReferenceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrthologTableTest {

    private static final Path SHIPPED = Path.of("reference-data");

    @Test
    void theCommandMakesTheTableOfTheOfficialExport(@TempDir Path official, @TempDir Path target) throws IOException {
        Files.copy(SHIPPED.resolve("gene-symbols.tsv.gz"), target.resolve("gene-symbols.tsv.gz"));
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write("""
                    human_symbol\tmouse_symbol\tsupport
                    CD8B\tCd8b1\tA,B,C,D,E
                    CD3E\tCd3e\tA,B,C,D,E
                    """.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(official.resolve(OrthologTableBuilder.EXPORT), bytes.toByteArray());

        OrthologTableBuilder.main(new String[] {official.toString(), target.toString(), "May 2026"});
        byte[] first = Files.readAllBytes(target.resolve(OrthologTableBuilder.TABLE));
        OrthologTableBuilder.main(new String[] {official.toString(), target.toString(), "May 2026"});

        assertThat(target.resolve(OrthologTableBuilder.TABLE)).hasBinaryContent(first);
        var table = ReferenceFile.of(target.resolve(OrthologTableBuilder.TABLE));
        assertThat(table.lines())
                .containsExactly(
                        "# HCOP, human and mouse, export of May 2026",
                        "# SHA-256 of it "
                                + ReferenceFile.of(official.resolve(OrthologTableBuilder.EXPORT))
                                        .sha256(),
                        "mouse\thuman",
                        "Cd3e\t",
                        "Cd8b1\tCD8B");
    }

    @Test
    void theShippedTableHasMostGenes() {
        GeneSymbols symbols = HgncTable.symbols(ReferenceFile.shipped("gene-symbols.tsv.gz"));
        var orthologs = OrthologTable.read(ReferenceFile.shipped(OrthologTableBuilder.TABLE), symbols);

        assertThat(orthologs).hasSizeGreaterThan(22_000);
        assertThat(orthologs.values().stream().filter(humans -> !humans.isEmpty()))
                .hasSizeGreaterThan(18_000);
        assertThat(orthologs.values().stream()
                        .flatMap(humans -> humans.stream())
                        .filter(symbols::isApproved))
                .hasSizeGreaterThan(18_000);
    }
}
