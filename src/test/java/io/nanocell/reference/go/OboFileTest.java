package io.nanocell.reference.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.nanocell.reference.GeneOntology;
import io.nanocell.reference.GoTerm;
import io.nanocell.reference.UnreadableReferenceException;
import org.junit.jupiter.api.Test;

class OboFileTest {

    static GeneOntology ontology(String text) {
        return OboFile.read(GoFixture.file("go-basic.obo", text)).ontology();
    }

    @Test
    void readsTheLiveProcesses() {
        assertThat(ontology(GoFixture.OBO).terms())
                .extracting(GoTerm::id)
                .containsExactly("GO:0002376", "GO:0006955", "GO:0007049", "GO:0008150");
        assertThat(OboFile.read(GoFixture.file("go-basic.obo", GoFixture.OBO)).release())
                .isEqualTo("2024-06-17");
    }

    @Test
    void followsIsAAndPartOfOnly() {
        GoTerm response = ontology(GoFixture.OBO).term("GO:0006955");

        assertThat(response.isA()).containsExactly("GO:0008150");
        assertThat(response.partOf()).containsExactly("GO:0002376"); // another aspect and regulates are left out
    }

    @Test
    void resolvesAlternativeAndReplacedIds() {
        GeneOntology ontology = ontology(GoFixture.OBO);

        assertThat(ontology.canonical("GO:0000004")).contains("GO:0008150");
        assertThat(ontology.canonical("GO:0000001")).contains("GO:0007049"); // through GO:0000002
        assertThat(ontology.canonical("GO:0000003")).isEmpty(); // "consider" is no replacement
    }

    @Test
    void namesTheFileThatIsCutShort() {
        String cut = GoFixture.OBO.replaceFirst("(?s)\\[Term]\\nid: GO:0002376.*?\\n\\n", "");

        assertThatExceptionOfType(UnreadableReferenceException.class)
                .isThrownBy(() -> ontology(cut))
                .withMessageContainingAll("go-basic.obo", "GO:0006955", "GO:0002376");
    }

    @Test
    void refusesWhatIsNoOntology() {
        assertThatExceptionOfType(UnreadableReferenceException.class)
                .isThrownBy(() -> ontology("<html>404</html>\n"))
                .withMessageContainingAll("go-basic.obo", "no biological process");
    }

    @Test
    void refusesATermThatStandsTwice() {
        String twice = GoFixture.OBO + "\n[Term]\nid: GO:0007049\nname: again\nnamespace: biological_process\n";

        assertThatExceptionOfType(UnreadableReferenceException.class)
                .isThrownBy(() -> ontology(twice))
                .withMessageContainingAll("go-basic.obo", "line");
    }
}
