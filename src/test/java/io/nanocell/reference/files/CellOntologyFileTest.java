package io.nanocell.reference.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.UnreadableReferenceException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellOntologyFileTest {

    static final ReferenceFile FILE = TextFile.of(
            "format-version: 1.2",
            "data-version: cl/releases/2026-06-08/cl-basic.owl",
            "",
            "[Term]",
            "id: CL:0000000",
            "name: cell",
            "",
            "[Term]",
            "id: CL:0000001",
            "name: liver cell",
            "is_a: CL:0000000 ! cell",
            "is_a: BFO:0000001 {source=\"x\"} ! thing",
            "alt_id: CL:0000009",
            "synonym: \"cell of \\\"liver\\\"\" EXACT []",
            "synonym: \"liver\" RELATED []",
            "subset: human_reference_atlas",
            "",
            "[Term]",
            "id: CL:0000002",
            "name: obsolete liver cell",
            "is_obsolete: true",
            "replaced_by: CL:0000001",
            "",
            "[Term]",
            "id: GO:0000001",
            "name: no cell",
            "",
            "[Typedef]",
            "id: part_of",
            "name: part of");

    @Test
    void keepsLiveCellTypesOnly() {
        CellOntologyTerms read = CellOntologyFile.read(FILE);

        assertThat(read.release()).isEqualTo("2026-06-08");
        assertThat(read.terms()).extracting(OntologyTerm::id).containsExactly("CL:0000000", "CL:0000001");
        assertThat(read.terms().get(1).parents()).containsExactly("CL:0000000");
        assertThat(read.terms().get(1).exactSynonyms()).containsExactly("cell of \"liver\"");
        assertThat(read.terms().get(1).humanAtlas()).isTrue();
    }

    @Test
    void followsAlternativeAndObsoleteIds() {
        CellOntology ontology = CellOntologyFile.read(FILE).ontology();

        assertThat(List.of("CL:0000009", "CL:0000002", "CL_0000001", "CL:0000001"))
                .allSatisfy(id -> assertThat(ontology.canonical(id)).contains("CL:0000001"));
        assertThat(ontology.canonical("CL:7777777")).isEmpty();
        assertThat(ontology.depth("CL:0000001")).isEqualTo(1);
    }

    @Test
    void refusesFileWithoutCellTypes() {
        assertThatThrownBy(() -> CellOntologyFile.read(TextFile.of("[Term]", "id: GO:0000001", "name: x")))
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContaining("made-up");
    }
}
