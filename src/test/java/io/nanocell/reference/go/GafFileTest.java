package io.nanocell.reference.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nanocell.reference.GeneOntology;
import io.nanocell.reference.GoAnnotations;
import io.nanocell.reference.GoTerm;
import io.nanocell.reference.UnreadableReferenceException;
import io.nanocell.reference.files.ReferenceFile;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GafFileTest {

    static final GeneOntology ONTOLOGY = OboFileTest.ontology(GoFixture.OBO);

    static Annotated read(String text) {
        return GafFile.read(GoFixture.file("goa_human.gaf.gz", text), ONTOLOGY, GoFixture.SYMBOLS, true);
    }

    @Test
    void readsProcessesWithoutTheDenied() {
        GoAnnotations annotations = read(GoFixture.gaf()).annotations();

        assertThat(annotations.terms("CD4")).extracting(GoTerm::name).containsExactly("immune response");
        assertThat(annotations.size()).isEqualTo(4);
    }

    @Test
    void resolvesFormerSymbolsAndTerms() {
        GoAnnotations annotations = read(GoFixture.gaf()).annotations();

        assertThat(annotations.genes()).containsExactlyInAnyOrder("CD4", "MKI67", "ARSL");
        assertThat(annotations.terms("MKI67")).extracting(GoTerm::name).containsExactly("cell cycle");
        assertThat(annotations.terms("ARSL")).extracting(GoTerm::id).containsExactly("GO:0008150");
    }

    @Test
    void selectsByEvidenceCode() {
        GoAnnotations annotations = read(GoFixture.gaf()).annotations();

        assertThat(annotations.evidenceCodes()).containsExactly("IBA", "IDA", "IEA"); // IMP only denies
        assertThat(annotations.direct("MKI67", Set.of("IDA"))).isEmpty();
        assertThat(annotations.direct("CD4", Set.of("IDA", "IEA"))).hasSize(1);
        assertThat(annotations.direct("TP53", Set.of())).isEmpty();
    }

    @Test
    void datesTheReleaseByItsHeaderOrItsLatestAnnotation() {
        assertThat(read(GoFixture.gaf()).release()).isEqualTo("2024-06-10");
        assertThat(read(GoFixture.gaf().replaceFirst("!date.*\n", "")).release())
                .isEqualTo("2024-05-01");
    }

    @Test
    void namesFileAndLineOfAShortRow() {
        assertThatExceptionOfType(UnreadableReferenceException.class)
                .isThrownBy(() -> read(GoFixture.gaf() + "UniProtKB\tP1\tTP53\n"))
                .withMessageContainingAll("goa_human.gaf.gz", "line 9", "3 columns");
    }

    @Test
    void refusesWhatIsNoGaf() {
        assertThatExceptionOfType(UnreadableReferenceException.class)
                .isThrownBy(() -> read("gene,term\nCD4,GO:0006955\n"))
                .withMessageContainingAll("goa_human.gaf.gz", "gaf-version");
        assertThatExceptionOfType(UnreadableReferenceException.class)
                .isThrownBy(() -> read("!gaf-version: 2.2\n"))
                .withMessageContaining("annotates no gene");
    }

    @Test
    void refusesAnnotationsOfAnotherOntology() {
        String strange = GoFixture.gaf() + GoFixture.row("TP53", "involved_in", "GO:7777777", "IDA", "P");

        assertThatExceptionOfType(UnreadableReferenceException.class)
                .isThrownBy(() -> read(strange))
                .withMessageContaining("terms of 1 of its 6 annotations");
    }

    @Test
    void namesTheFileThatIsTruncated() {
        byte[] whole = GoFixture.gzip(GoFixture.gaf());
        var cut = new ReferenceFile("goa_human.gaf.gz", Arrays.copyOf(whole, whole.length - 20));

        assertThatExceptionOfType(UnreadableReferenceException.class)
                .isThrownBy(() -> GafFile.read(cut, ONTOLOGY, GoFixture.SYMBOLS, true))
                .withMessageContaining("goa_human.gaf.gz");
    }
}
