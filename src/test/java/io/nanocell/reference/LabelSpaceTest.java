package io.nanocell.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.reference.LabelSpace.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelSpaceTest {

    static final ReferenceKnowledge KNOWLEDGE = ReferenceKnowledge.load(null);
    static final LabelSpace ALL = LabelSpace.of(KNOWLEDGE, Request.ALL);

    @Test
    void hasOneEntryPerMeaning() {
        assertThat(ALL.labels()).hasSizeGreaterThanOrEqualTo(300);
        assertThat(ALL.labels()).extracting(Label::cellOntologyId).doesNotHaveDuplicates();
        assertThat(ALL.labels()).extracting(Label::name).doesNotHaveDuplicates();
        assertThat(ALL.labels()).allSatisfy(label -> assertThat(label.markers()).isPositive());
    }

    @Test
    void findsByNameAndId() {
        assertThat(ALL.find("Hepatocyte")).isEqualTo(ALL.find("CL:0000182")).isPresent();
        assertThat(ALL.find("flubber cell")).isEmpty();
    }

    @Test
    void atlasesAndOntologyNameNothing() {
        assertThat(ALL.labels())
                .allSatisfy(
                        label -> assertThat(KNOWLEDGE.database().namedTypes()).contains(label.cellOntologyId()));
    }

    @Test
    void tissueKeepsItsOwnCellsAndThoseThatAreEverywhere() {
        LabelSpace brain = LabelSpace.of(KNOWLEDGE, Request.ofTissue("motor cortex"));

        assertThat(List.of("astrocyte", "T cell", "endothelial cell", "neuron", "microglial cell"))
                .allSatisfy(name -> assertThat(brain.find(name)).isPresent());
        assertThat(List.of("hepatocyte", "podocyte", "cardiac muscle cell"))
                .allSatisfy(name -> assertThat(brain.find(name)).isEmpty());
        assertThat(brain.organs()).containsExactly("brain");
    }

    @Test
    void includedLabelStaysWhateverTheTissue() {
        var request = new Request("brain", null, List.of("hepatocyte"), List.of("CL:0000127"), List.of());
        LabelSpace space = LabelSpace.of(KNOWLEDGE, request);

        assertThat(space.find("hepatocyte")).isPresent();
        assertThat(space.find("astrocyte")).isEmpty();
    }

    @Test
    void labelsOfCancerSamplesNeedATumour() {
        var healthy = new Request(null, "healthy", List.of(), List.of(), List.of());
        var tumour = new Request(null, "carcinoma", List.of(), List.of(), List.of());

        assertThat(LabelSpace.of(KNOWLEDGE, healthy).labels().size())
                .isLessThan(LabelSpace.of(KNOWLEDGE, tumour).labels().size());
        assertThat(LabelSpace.of(KNOWLEDGE, tumour).labels()).isEqualTo(ALL.labels());
    }

    @Test
    void markerSetBecomesALabel() {
        var sets = List.of(
                new MarkerSet("Tumour cell", null, List.of("ERBB2", "MUC1")),
                new MarkerSet("My hepatocyte", "CL:0000182", List.of("ALB")));
        LabelSpace space = LabelSpace.of(KNOWLEDGE, new Request("brain", null, List.of(), List.of(), sets));

        assertThat(space.find("Tumour cell")).hasValueSatisfying(label -> {
            assertThat(label.cellOntologyId()).isEqualTo(LabelSpace.LOCAL_ID + "Tumour cell");
            assertThat(label.markers()).isEqualTo(2);
            assertThat(label.lineage()).isEqualTo(Lineages.OTHER);
        });
        assertThat(space.find("CL:0000182"))
                .hasValueSatisfying(label -> assertThat(label.name()).isEqualTo("My hepatocyte"));
    }

    @Test
    void refusesLabelThatThereIsNot() {
        var request = new Request(null, null, List.of("flubber cell"), List.of(), List.of());

        assertThatThrownBy(() -> LabelSpace.of(KNOWLEDGE, request))
                .isInstanceOf(UnknownLabelException.class)
                .hasMessageContaining("flubber cell");
    }

    @Test
    void refusesUnknownTissue() {
        assertThatThrownBy(() -> LabelSpace.of(KNOWLEDGE, Request.ofTissue("flubber")))
                .isInstanceOf(UnknownTissueException.class);
    }
}
