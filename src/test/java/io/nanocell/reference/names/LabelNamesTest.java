package io.nanocell.reference.names;

import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.files.CellOntologyTerms;
import io.nanocell.reference.files.ReferenceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelNamesTest {

    static final CellOntologyTerms TERMS =
            CellOntologyTerms.ofTable(ReferenceFile.shipped("cell-ontology.tsv.gz"), "shipped");
    static final CellOntology ONTOLOGY = TERMS.ontology();
    static final LabelNames NAMES = new LabelNames(TERMS, ONTOLOGY, ReferenceFile.shipped("curated-names-to-cl.tsv"));

    @ParameterizedTest
    @CsvSource({
        "Hepatocyte, hepatocyte, false",
        "T cells, T cell, false",
        "CD8+ T cell, 'CD8-positive, alpha-beta T cell', false",
        "B lymphocytes, B cell, false",
        "Fibroblasts, fibroblast, false",
        "SPP1+ macrophage, macrophage, true",
        "Natural killer T (NKT) cell, mature NK T cell, false",
        "Lake et al.Science.Ex4, glutamatergic neuron, false"
    })
    void findsTerm(String name, String term, boolean byHeadNoun) {
        assertThat(NAMES.find(name, "")).hasValueSatisfying(named -> {
            assertThat(ONTOLOGY.type(named.cellOntologyId()).name()).isEqualTo(term);
            assertThat(named.byHeadNoun()).isEqualTo(byHeadNoun);
        });
    }

    @Test
    void nameGoesBeforeSuppliedId() {
        assertThat(NAMES.find("Hepatocyte", "CL_0000084").orElseThrow().cellOntologyId())
                .isEqualTo("CL:0000182");
        assertThat(NAMES.find("Flubber thing", "CL_0000182").orElseThrow().cellOntologyId())
                .isEqualTo("CL:0000182");
    }

    @ParameterizedTest
    @CsvSource({
        "Cancer cell",
        "Peripheral blood mononuclear cell (PBMC)",
        "Glioblastoma cell",
        "Foo and T cell",
        "X stem cell"
    })
    void leavesStatesAndMixturesUnnamed(String name) {
        assertThat(NAMES.find(name, "")).isEmpty();
    }

    @Test
    void writesNamesOneWay() {
        assertThat(CellNames.normalised("CD8+ T-lymphocytes")).isEqualTo("cd8 positive t");
        assertThat(CellNames.normalised("β cells")).isEqualTo("beta");
        assertThat(CellNames.variants("Conventional dendritic cell 1(cDC1)"))
                .containsExactly("Conventional dendritic cell 1(cDC1)", "Conventional dendritic cell 1");
    }
}
