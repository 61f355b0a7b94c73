package io.nanocell.evidence.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.evidence.EnrichedTerm;
import io.nanocell.evidence.FunctionalProgram;
import io.nanocell.reference.GeneOntology;
import io.nanocell.reference.GoSlim;
import io.nanocell.reference.GoTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgramSummaryTest {

    /// Two slim terms, S1 with T1, T2, T3 below it and S2 with T4; T5 hangs on the root.
    static final GeneOntology ONTOLOGY = new GeneOntology(
            List.of(
                    term("ROOT"),
                    term("S1", "ROOT"),
                    term("S2", "ROOT"),
                    term("T1", "S1"),
                    term("T2", "S1"),
                    term("T3", "S1"),
                    term("T4", "S2"),
                    term("T5", "ROOT")),
            Map.of());

    static final GoSlim SLIM = new GoSlim(ONTOLOGY, List.of("S1", "S2"));
    static final List<String> STUDY = List.of("H", "G", "F", "E", "D", "C", "B", "A");

    static GoTerm term(String id, String... parents) {
        return new GoTerm(id, "name of " + id, List.of(parents), List.of());
    }

    static EnrichedTerm enriched(String id, double fdr, String... genes) {
        return new EnrichedTerm(id, "name of " + id, genes.length, 8, 20, 100, fdr / 10, fdr, List.of(genes));
    }

    @Test
    void gathersWhatProjectsToOneSlimTerm() {
        List<FunctionalProgram> programs = new ProgramSummary(0.35, 8)
                .of(
                        List.of(
                                enriched("T1", 1e-5, "A", "B", "C"),
                                enriched("T4", 1e-4, "A", "B", "D"),
                                enriched("T2", 1e-3, "E", "F")),
                        STUDY,
                        SLIM);

        assertThat(programs).extracting(FunctionalProgram::goSlimId).containsExactly("S1", "S2");
        assertThat(programs.getFirst().name()).isEqualTo("name of S1");
        assertThat(programs.getFirst().terms()).containsExactly("T1", "T2");
        assertThat(programs.getFirst().genes()).containsExactly("F", "E", "C", "B", "A");
        assertThat(programs.getFirst().score()).isCloseTo(5, within(1e-12));
    }

    @Test
    void letsATermWithoutSlimAncestorStandUnderItsOwnName() {
        List<FunctionalProgram> programs =
                new ProgramSummary(0.35, 8).of(List.of(enriched("T5", 0, "G", "H")), STUDY, SLIM);

        assertThat(programs).singleElement().satisfies(program -> {
            assertThat(program.name()).isEqualTo("name of T5");
            assertThat(program.goSlimId()).isNull();
            assertThat(program.score()).isBetween(300.0, 400.0); // an FDR of 0 stays a number
        });
    }

    @Test
    void bundlesTermsWithoutSlimAncestorByTheFirstTermOfTheirGroup() {
        var noSlim = new GoSlim(ONTOLOGY, List.of());

        List<FunctionalProgram> programs = new ProgramSummary(0.5, 8)
                .of(
                        List.of(
                                enriched("T4", 1e-5, "A", "B"),
                                enriched("T1", 1e-4, "B", "A", "C", "D"), // joins T4: 2 of 4
                                enriched("T5", 1e-3, "C", "D")), // shares with T1, not with T4
                        STUDY,
                        noSlim);

        assertThat(programs).extracting(FunctionalProgram::name).containsExactly("name of T4", "name of T5");
        assertThat(programs).extracting(FunctionalProgram::terms).containsExactly(List.of("T4", "T1"), List.of("T5"));
    }

    @Test
    void looksAtTheFirstFortyTermsAndKeepsTheBestPrograms() {
        List<GoTerm> terms = new ArrayList<>(List.of(term("ROOT")));
        IntStream.range(10, 60).forEach(i -> terms.add(term("T" + i, "ROOT")));
        var flat = new GoSlim(new GeneOntology(terms, Map.of()), List.of());
        List<EnrichedTerm> found = IntStream.range(10, 60)
                .mapToObj(i -> enriched("T" + i, i * 1e-4, "G" + i))
                .toList();

        assertThat(new ProgramSummary(0.35, 8).of(found, STUDY, flat))
                .extracting(FunctionalProgram::terms)
                .startsWith(List.of("T10"))
                .hasSize(8);
        assertThat(new ProgramSummary(0.35, 100).of(found, STUDY, flat)).hasSize(40);
        assertThat(new ProgramSummary(0.35, 8).of(List.of(), STUDY, flat)).isEmpty();
    }

    @Test
    void rejectsAJaccardThatIsNoShare() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProgramSummary(Double.NaN, 8))
                .withMessageContaining("jaccard");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ProgramSummary(0.35, -1))
                .withMessageContaining("maxPrograms");
    }
}
