package io.nanocell.reference.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.files.CellMarkerWorkbook;
import io.nanocell.reference.files.HgncTable;
import io.nanocell.reference.files.ReferenceFile;
import io.nanocell.reference.files.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreTableTest {

    static final Path OFFICIAL = Path.of("../shared/reference-data");
    static final Path SHIPPED = Path.of("reference-data");

    @Test
    void hasFewGenesForManyTypes() {
        Map<String, Set<String>> genes = new HashMap<>();
        new Table(ReferenceFile.shipped("core-markers.tsv.gz"), "cl_id", "gene")
                .forEach(row -> genes.computeIfAbsent(row.get("cl_id"), _ -> new HashSet<>())
                        .add(row.get("gene")));

        assertThat(genes).hasSizeGreaterThan(400);
        assertThat(genes.values()).allSatisfy(set -> assertThat(set).hasSizeLessThanOrEqualTo(120));
        assertThat(genes.values().stream().filter(set -> set.size() >= 5)).hasSizeGreaterThanOrEqualTo(300);
        assertThat(genes.values().stream().filter(set -> set.size() >= 10)).hasSizeGreaterThanOrEqualTo(260);
    }

    @Test
    void everyRowStandsInItsDatabase() {
        assumeTrue(Files.exists(OFFICIAL), "the official files are not beside the project");
        GeneSymbols symbols = HgncTable.symbols(ReferenceFile.shipped("gene-symbols.tsv.gz"));
        Set<List<String>> facts = new HashSet<>();
        CellMarkerWorkbook.read(ReferenceFile.of(OFFICIAL.resolve("Cell_marker_Human.xlsx")))
                .forEach(row -> facts.add(List.of(
                        row.cellType().equals("Normal cell") ? "CELL_MARKER" : "CELL_MARKER_CANCER",
                        row.cellName(),
                        symbols.approved(row.symbol()))));
        new Table(ReferenceFile.of(OFFICIAL.resolve("PanglaoDB_markers_27_Mar_2020.tsv.gz")), "cell type")
                .forEach(row -> facts.add(List.of(
                        "PANGLAO_DB", row.get("cell type"), symbols.approved(row.get("official gene symbol")))));

        Set<List<String>> elsewhere = new HashSet<>();
        new Table(ReferenceFile.shipped("core-markers.tsv.gz"), "source", "name", "gene")
                .forEach(row -> elsewhere.add(List.of(row.get("source"), row.get("name"), row.get("gene"))));
        assertThat(elsewhere).hasSizeGreaterThan(10_000);
        elsewhere.removeAll(facts);
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void officialFilesGiveTheShippedBytes(@TempDir Path folder) throws IOException {
        assumeTrue(Files.exists(OFFICIAL), "the official files are not beside the project");
        for (String made : List.of("curated-names-to-cl.tsv", "atlas-markers.tsv.gz")) {
            Files.copy(SHIPPED.resolve(made), folder.resolve(made));
        }
        new CoreTableBuilder(OFFICIAL, folder).build();

        for (String table : List.of(
                "core-types.tsv",
                "core-markers.tsv.gz",
                "gene-symbols.tsv.gz",
                "cell-ontology.tsv.gz",
                "cell-ontology-markers.tsv",
                "cancer-cell-genes.tsv",
                "core-releases.tsv")) {
            assertThat(folder.resolve(table)).as(table).hasSameBinaryContentAs(SHIPPED.resolve(table));
        }
    }

    @Test
    void numbersHaveFourDigits() {
        assertThat(CoreFacts.number(1)).isEqualTo("1");
        assertThat(CoreFacts.number(120)).isEqualTo("120");
        assertThat(CoreFacts.number(0.123456)).isEqualTo("0.1235");
    }
}
