package io.nanocell.reference.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.reference.TissueMention;
import io.nanocell.reference.UnreadableReferenceException;
import io.nanocell.reference.files.PublicationTable;
import io.nanocell.reference.files.ReferenceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicationTableTest {

    static final Path SHIPPED = Path.of("reference-data");
    static final ReferenceKnowledge CORE = ReferenceKnowledge.load(null);

    @TempDir
    static Path exports;

    @TempDir
    static Path target;

    @BeforeAll
    static void build() throws IOException {
        Files.writeString(exports.resolve(PublicationTableBuilder.CELL_MARKER), """
                \uFEFFspecies,tissue_class,tissue_type,cell_type,cell_name,cellontology_id,marker,Symbol,Genename,PMID
                Human,Liver,Liver,Normal cell,Hepatocyte,CL_0000182,ALB,ALB,albumin,1
                Mouse,Liver,Liver,Normal cell,Hepatocyte,CL_0000182,Alb,Alb,"albumin, ""the"" one",2
                Mouse,Liver,Liver,Normal cell,Hepatocyte,CL_0000182,Ttr,Ttr,transthyretin,2
                Mouse,Liver,Liver,Normal cell,Hepatocyte,CL_0000182,CD51,,no symbol,2
                Mouse,Liver,Liver,Normal cell,Hepatocyte,CL_0000182,Nonsense1,Nonsense1,,2
                Mouse,Lung,Lung,Cancer cell,Macrophage,CL_0000235,Chil3,Chil3,,3
                Mouse,Lung,Lung,Cancer cell,Cancer cell,,Mki67,Mki67,,3
                """);
        Files.writeString(exports.resolve(PublicationTableBuilder.SINGLE_CELL_BASE), """
                species\tcell_type\tgene_symbol\tcell_subtype\ttissue_type\tpubmed_id
                Homo sapiens\tHepatocytes\t"ALB, TTR"\tHepatocytes\tLiver\t4
                Homo sapiens\tHepatocytes\tAPOA1\tHep cluster 7\tLiver\t5
                Mouse\tT cells\tCd8b1\tCD8 T cells\tSpleen\t6
                Danio rerio\tT cells\tcd8a\tT cells\tKidney\t7
                """);
        for (String name : List.of(
                "gene-symbols.tsv.gz", "mouse-orthologs.tsv.gz", "cell-ontology.tsv.gz", "curated-names-to-cl.tsv")) {
            Files.copy(SHIPPED.resolve(name), target.resolve(name));
        }
        PublicationTableBuilder.main(new String[] {exports.toString(), target.toString()});
    }

    static MarkerDatabase read(Path folder, String name, MarkerSource source) {
        return PublicationTable.read(ReferenceFile.of(folder.resolve(name)), source, CORE.ontology(), CORE.symbols());
    }

    static MarkerDatabase mice() {
        return read(target, PublicationTableBuilder.CELL_MARKER_TABLE, MarkerSource.CELL_MARKER_MOUSE);
    }

    static MarkerDatabase singleCellBase() {
        return read(target, PublicationTableBuilder.SINGLE_CELL_BASE_TABLE, MarkerSource.SINGLE_CELL_BASE);
    }

    @Test
    void genesOfMiceBecomeTheirOrthologsAndCountHalf() {
        assertThat(mice().lists()).hasSize(2);
        MarkerList hepatocyte = mice().lists().getFirst();
        assertThat(hepatocyte.publication()).isEqualTo("2");
        assertThat(hepatocyte.cellOntologyId()).isEqualTo("CL:0000182");
        assertThat(hepatocyte.weights()).containsOnly(entry("ALB", 0.5), entry("TTR", 0.5));
        assertThat(mice().lists().get(1).weights())
                .as("known by its mouse name only")
                .containsOnly(entry("Chil3", 0.5));
        assertThat(mice().mentions())
                .extracting(TissueMention::tissue, TissueMention::weight)
                .as("a cancer sample tells half of where a type lives")
                .containsExactlyInAnyOrder(tuple("liver", 0.5), tuple("lung", 0.25));
    }

    @Test
    void singleCellBaseIsReadByItsSubtypeWhereThatIsKnown() {
        assertThat(singleCellBase().lists())
                .extracting(MarkerList::publication, MarkerList::cellOntologyId, MarkerList::weights)
                .containsExactlyInAnyOrder(
                        tuple("4", "CL:0000182", Map.of("ALB", 0.6, "TTR", 0.6)),
                        tuple("5", "CL:0000182", Map.of("APOA1", 0.6)),
                        tuple("6", "CL:0000625", Map.of("CD8B", 0.3)));
    }

    @Test
    void theListsAreEvidenceOnly() {
        assertThat(mice().namedTypes()).isEmpty();
        assertThat(singleCellBase().namedTypes()).isEmpty();
        assertThat(mice().lists()).extracting(MarkerList::lists).containsOnly(0.0);
    }

    @Test
    void theSameExportsGiveTheSameBytes(@TempDir Path again) throws IOException {
        for (String name : List.of(
                "gene-symbols.tsv.gz", "mouse-orthologs.tsv.gz", "cell-ontology.tsv.gz", "curated-names-to-cl.tsv")) {
            Files.copy(SHIPPED.resolve(name), again.resolve(name));
        }
        PublicationTableBuilder.main(new String[] {exports.toString(), again.toString()});

        for (String table :
                List.of(PublicationTableBuilder.CELL_MARKER_TABLE, PublicationTableBuilder.SINGLE_CELL_BASE_TABLE)) {
            assertThat(again.resolve(table)).hasSameBinaryContentAs(target.resolve(table));
        }
    }

    @Test
    void theHeadNamesReleaseAndExport() {
        var export = ReferenceFile.of(exports.resolve(PublicationTableBuilder.CELL_MARKER));

        assertThat(ReferenceFile.of(target.resolve(PublicationTableBuilder.CELL_MARKER_TABLE))
                        .lines())
                .startsWith("# release 2.0", "# SHA-256 of the export " + export.sha256());
    }

    @Test
    void aRowWithoutAWeightIsRefused(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("bad.tsv"),
                "publication\tcl_id\tname\tweight\tgenes\ttissues\n1\tCL:0000182\thepatocyte\tmuch\tALB\t\n");

        assertThatThrownBy(() -> read(folder, "bad.tsv", MarkerSource.SINGLE_CELL_BASE))
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContaining("bad.tsv")
                .hasMessageContaining("row 1");
    }

    @ParameterizedTest
    @EnumSource(names = {"CELL_MARKER_MOUSE", "SINGLE_CELL_BASE"})
    void theShippedTableHasLiveTypesAndApprovedGenes(MarkerSource source) {
        CellOntology ontology = CORE.ontology();
        List<MarkerList> lists = CORE.database().lists().stream()
                .filter(list -> list.source() == source)
                .toList();

        assertThat(lists).hasSizeGreaterThan(3000);
        assertThat(lists).allSatisfy(list -> {
            assertThat(ontology.canonical(list.cellOntologyId())).contains(list.cellOntologyId());
            assertThat(list.weights()).isNotEmpty();
        });
        Predicate<String> known = gene ->
                CORE.symbols().isApproved(gene) || CORE.orthologs().mice().isApproved(gene);
        long genes = lists.stream().mapToLong(list -> list.weights().size()).sum();
        long found = lists.stream()
                .flatMap(list -> list.weights().keySet().stream())
                .filter(known)
                .count();
        assertThat(found).isGreaterThan(genes * 9 / 10);
    }
}
