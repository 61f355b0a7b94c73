package io.nanocell.evidence.enrichment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.data.Percentage.withPercentage;

import io.nanocell.evidence.EnrichedTerm;
import io.nanocell.evidence.GoldenTable;
import io.nanocell.reference.GeneOntology;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.GoAnnotations;
import io.nanocell.reference.GoTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverRepresentationTest {

    static final PanelAnnotations PANEL = goldenPanel();
    static final List<String> STUDY = GoldenTable.rows("enrichment/genes.tsv").stream()
            .filter(row -> row[1].equals("1"))
            .map(row -> row[0])
            .toList();

    static PanelAnnotations goldenPanel() {
        Map<String, List<String>> isA = new TreeMap<>();
        Map<String, List<String>> partOf = new TreeMap<>();
        Set<String> ids = new TreeSet<>();
        for (String[] edge : GoldenTable.rows("enrichment/edges.tsv")) {
            ids.addAll(List.of(edge[0], edge[1]));
            (edge[2].equals("is_a") ? isA : partOf)
                    .computeIfAbsent(edge[0], _ -> new ArrayList<>())
                    .add(edge[1]);
        }
        var ontology = new GeneOntology(
                ids.stream()
                        .map(id -> new GoTerm(
                                id,
                                "process " + id,
                                isA.getOrDefault(id, List.of()),
                                partOf.getOrDefault(id, List.of())))
                        .toList(),
                Map.of());
        var annotations = new GoAnnotations.Collector(ontology, new GeneSymbols(Set.of(), Map.of()));
        GoldenTable.rows("enrichment/annotations.tsv").forEach(row -> annotations.add(row[0], "IDA", row[1]));
        List<String> genes = GoldenTable.rows("enrichment/genes.tsv").stream()
                .map(row -> row[0])
                .toList();
        return new PanelAnnotations(ontology, annotations.finish(), genes, Set.of());
    }

    @Test
    void matchesScipyOverAllTestedTerms() {
        List<EnrichedTerm> found = new OverRepresentation(2, 30, 1, 1).test(PANEL, STUDY);

        Map<String, EnrichedTerm> byId = new TreeMap<>();
        found.forEach(term -> byId.put(term.goId(), term));
        int overlapping = 0;
        for (String[] row : GoldenTable.rows("enrichment/expected.tsv")) {
            if (row[1].equals("0")) {
                assertThat(byId).doesNotContainKey(row[0]);
                continue;
            }
            overlapping++;
            EnrichedTerm term = Objects.requireNonNull(byId.get(row[0]), row[0]);
            assertThat(List.of(term.overlap(), term.studySize(), term.termSize(), term.populationSize()))
                    .extracting(String::valueOf)
                    .containsExactly(row[1], row[2], row[3], row[4]);
            assertThat(term.pValue()).isCloseTo(Double.parseDouble(row[5]), withPercentage(1e-7));
            assertThat(term.fdr()).isCloseTo(Double.parseDouble(row[6]), withPercentage(1e-7));
        }
        assertThat(found).hasSize(overlapping);
    }

    @Test
    void reportsSignificantTermsBestFirst() {
        List<EnrichedTerm> found = new OverRepresentation(2, 30, 0.10, 2).test(PANEL, STUDY);

        assertThat(found)
                .isNotEmpty()
                .isSortedAccordingTo(OverRepresentation.BEST_FIRST)
                .allSatisfy(term -> {
                    assertThat(term.fdr()).isLessThanOrEqualTo(0.10);
                    assertThat(term.overlap())
                            .isGreaterThanOrEqualTo(2)
                            .isEqualTo(term.genes().size());
                    assertThat(STUDY).containsSubsequence(term.genes());
                });
    }

    @Test
    void countsUnannotatedGenesAndNoStrangers() {
        List<String> study = new ArrayList<>(STUDY);
        study.add("NOT-ON-PANEL");
        study.add(STUDY.getFirst());

        assertThat(new OverRepresentation(2, 30, 0.10, 2).test(PANEL, study))
                .isEqualTo(new OverRepresentation(2, 30, 0.10, 2).test(PANEL, STUDY))
                .allSatisfy(term -> assertThat(term.populationSize()).isEqualTo(120));
    }

    @Test
    void findsNothingInNothing() {
        assertThat(new OverRepresentation(2, 500, 0.10, 2).test(PANEL, List.of()))
                .isEmpty();
        assertThat(new OverRepresentation(2, 500, 0.10, 2)
                        .test(
                                new PanelAnnotations(
                                        PANEL.ontology(),
                                        new GoAnnotations.Collector(
                                                        PANEL.ontology(), new GeneSymbols(Set.of(), Map.of()))
                                                .finish(),
                                        List.of(),
                                        Set.of()),
                                STUDY))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void rejectsAnFdrOutsideUnitInterval(double maxFdr) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OverRepresentation(2, 500, maxFdr, 2))
                .withMessageContaining("maxFdr");
    }

    @Test
    void rejectsTermSizesInTheWrongOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OverRepresentation(5, 4, 0.1, 2))
                .withMessageContaining("5 and 4");
    }
}
