package io.nanocell.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceKnowledgeTest {

    static final ReferenceKnowledge CORE = ReferenceKnowledge.load(null);
    static final Path OFFICIAL = Path.of("../shared/reference-data");

    @Test
    void shippedTablesAreEnough() {
        assertThat(CORE.coreOnly()).isTrue();
        assertThat(CORE.releases())
                .extracting(ReferenceRelease::name)
                .containsExactlyInAnyOrder(
                        "HGNC",
                        "HCOP",
                        "Cell Ontology",
                        "CellMarker",
                        "PanglaoDB",
                        "atlas-markers",
                        "CellMarker (mouse)",
                        "SingleCellBase");
        assertThat(CORE.releases()).allSatisfy(release -> {
            assertThat(release.sha256()).matches("[0-9a-f]{64}");
            assertThat(release.entries()).isPositive();
            assertThat(release.release()).doesNotContain("unknown").isNotBlank();
        });
        assertThat(CORE.ontology().types()).hasSizeGreaterThan(3000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PanglaoDB_markers_27_Mar_2020.tsv.gz",
                "Cell_marker_Human.xlsx",
                "cl-basic.obo",
                "hgnc_complete_set.txt.gz",
                "human_mouse_hcop_fifteen_column.txt.gz",
                "atlas-markers.tsv.gz",
                "cell-marker-mouse.tsv.gz",
                "single-cell-base.tsv.gz",
                "curated-names-to-cl.tsv"
            })
    void unreadableOfficialFileStopsWithItsName(String name, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(name), "404: Not Found\n");

        assertThatThrownBy(() -> ReferenceKnowledge.load(folder))
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContaining(name);
    }

    @Test
    void folderThatIsNoneStops(@TempDir Path folder) {
        assertThatThrownBy(() -> ReferenceKnowledge.load(folder.resolve("missing")))
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void officialFileReplacesItsTableAlone(@TempDir Path folder) throws IOException {
        assumeTrue(Files.exists(OFFICIAL), "the official files are not beside the project");
        String name = "PanglaoDB_markers_27_Mar_2020.tsv.gz";
        Files.copy(OFFICIAL.resolve(name), folder.resolve(name));
        ReferenceKnowledge mixed = ReferenceKnowledge.load(folder);

        assertThat(mixed.coreOnly()).as("CellMarker is still the core table").isTrue();
        assertThat(panglao(mixed).release()).isEqualTo("2020-03-27");
        assertThat(panglao(mixed).entries()).isGreaterThan(panglao(CORE).entries());
        assertThat(mixed.database().namedTypes()).isEqualTo(CORE.database().namedTypes());
    }

    private static ReferenceRelease panglao(ReferenceKnowledge knowledge) {
        return knowledge.releases().stream()
                .filter(release -> release.name().equals("PanglaoDB"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsWhatAGeneMarks() {
        assertThat(CORE.database().markedBy("ALB").getFirst().cellOntologyId()).isEqualTo("CL:0000182");
        assertThat(CORE.database().markedBy("ALB"))
                .extracting(MarkedType::source)
                .contains(MarkerSource.PANGLAO_DB, MarkerSource.CELL_MARKER, MarkerSource.ATLAS);
        assertThat(CORE.database().markedBy("NOSUCH1")).isEmpty();
    }

    @Test
    void lineagesFollowTheCuratedTable() {
        assertThat(lineages("T cell", "plasma cell", "macrophage", "erythrocyte", "megakaryocyte"))
                .containsExactly(
                        "lymphoid", "plasma", "myeloid", "erythroid-megakaryocytic", "erythroid-megakaryocytic");
        assertThat(lineages("hepatocyte", "cholangiocyte", "enterocyte", "keratinocyte"))
                .containsExactly("hepatic", "biliary", "epithelial", "epithelial");
        assertThat(lineages("pericyte", "vascular associated smooth muscle cell", "cardiac muscle cell"))
                .containsExactly("mural", "mural", "muscle");
        assertThat(lineages("microglial cell", "astrocyte", "Purkinje cell", "melanocyte", "spermatocyte"))
                .containsExactly("myeloid", "glial", "neuronal", "melanocytic", "germ");
        assertThat(lineages("leukocyte", "stem cell")).containsOnly(Lineages.OTHER);
    }

    private static List<String> lineages(String... names) {
        return List.of(names).stream()
                .map(name -> CORE.ontology().types().stream()
                        .filter(type -> type.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .map(type -> CORE.lineages().of(type.id()))
                .toList();
    }

    @Test
    void everyLineageAllowsProgramsOfItsOwn() {
        assertThat(CORE.lineages().names())
                .hasSizeGreaterThan(14)
                .allSatisfy(lineage -> assertThat(CORE.lineages().programs(lineage))
                        .hasSizeGreaterThan(
                                CORE.lineages().programs(Lineages.OTHER).size()));
        assertThat(CORE.lineages().programs("neuronal")).contains("GO:0050877");
        assertThat(CORE.lineages().programs("hepatic")).doesNotContain("GO:0050877");
    }
}
