package io.nanocell.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class GeneOntologyTest {

    /// root ← a ← b ← d and root ← c ← d, the last two part_of.
    static final List<GoTerm> TERMS = List.of(
            new GoTerm("GO:4", "d", List.of("GO:2"), List.of("GO:3")),
            new GoTerm("GO:0", "root", List.of(), List.of()),
            new GoTerm("GO:1", "a", List.of("GO:0"), List.of()),
            new GoTerm("GO:2", "b", List.of("GO:1"), List.of()),
            new GoTerm("GO:3", "c", List.of(), List.of("GO:0")));

    static final GeneOntology ONTOLOGY = new GeneOntology(TERMS, Map.of("GO:9", "GO:2"));

    @Test
    void reachesAncestorsOverIsAAndPartOf() {
        assertThat(ONTOLOGY.ancestors("GO:4")).containsExactly("GO:0", "GO:1", "GO:2", "GO:3");
        assertThat(ONTOLOGY.ancestors("GO:0")).isEmpty();
    }

    @Test
    void measuresDepthOnTheLongestPath() {
        assertThat(ONTOLOGY.depth(ONTOLOGY.index("GO:4"))).isEqualTo(3);
        assertThat(ONTOLOGY.depth(ONTOLOGY.index("GO:3"))).isEqualTo(1);
    }

    @Test
    void resolvesFormerIds() {
        assertThat(ONTOLOGY.canonical("GO:9")).contains("GO:2");
        assertThat(ONTOLOGY.canonical("GO:1")).contains("GO:1");
        assertThat(ONTOLOGY.canonical("GO:7")).isEmpty();
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> ONTOLOGY.term("GO:9"));
    }

    @Test
    void rejectsATermThatIsItsOwnAncestor() {
        var circle = List.of(
                new GoTerm("GO:1", "a", List.of("GO:2"), List.of()),
                new GoTerm("GO:2", "b", List.of(), List.of("GO:1")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeneOntology(circle, Map.of()))
                .withMessage("2 terms are their own ancestors");
    }

    @Test
    void rejectsAMissingParent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeneOntology(TERMS.subList(0, 3), Map.of()))
                .withMessage("GO:4 has the parent GO:2, which is missing");
    }

    @Test
    void projectsOnTheDeepestSlimTerm() {
        var slim = new GoSlim(ONTOLOGY, List.of("GO:0", "GO:1", "GO:3", "GO:functions"));

        assertThat(slim.ids()).containsExactly("GO:1", "GO:3"); // the root says nothing
        assertThat(slim.project("GO:2"))
                .hasValueSatisfying(term -> assertThat(term.id()).isEqualTo("GO:1"));
        assertThat(slim.project("GO:3"))
                .hasValueSatisfying(term -> assertThat(term.id()).isEqualTo("GO:3"));
        assertThat(slim.project("GO:4")) // GO:1 and GO:3 are equally deep
                .hasValueSatisfying(term -> assertThat(term.id()).isEqualTo("GO:1"));
        assertThat(new GoSlim(ONTOLOGY, List.of("GO:1", "GO:2", "GO:3")).project("GO:4"))
                .hasValueSatisfying(term -> assertThat(term.id()).isEqualTo("GO:2"));
        assertThat(new GoSlim(ONTOLOGY, List.of("GO:3")).project("GO:2")).isEmpty();
    }
}
