package io.nanocell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.GoReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// On the shipped tables, with panels of 400 genes drawn from all annotated ones.
class EnrichmentStageTest {

    static final GoReference GO = GoReference.load(null, new GeneSymbols(Set.of(), Map.of()));
    static final List<String> GENES = GO.annotations().genes().stream().sorted().toList();
    static final SortedMap<String, List<String>> GENES_OF_TERM = genesOfTerm();
    static final int PANEL = 400;
    static final int STUDY = 15;

    /// Direct annotations of the genes, propagated by the ontology's own ancestors: not the code under test.
    static SortedMap<String, List<String>> genesOfTerm() {
        SortedMap<String, Set<String>> members = new TreeMap<>();
        Map<String, Set<String>> ancestors = new TreeMap<>();
        for (String gene : GENES) {
            GO.annotations().terms(gene).forEach(term -> {
                members.computeIfAbsent(term.id(), _ -> new HashSet<>()).add(gene);
                for (String up : ancestors.computeIfAbsent(term.id(), GO.ontology()::ancestors)) {
                    members.computeIfAbsent(up, _ -> new HashSet<>()).add(gene);
                }
            });
        }
        SortedMap<String, List<String>> sorted = new TreeMap<>();
        members.forEach(
                (term, genes) -> sorted.put(term, genes.stream().sorted().toList()));
        return sorted;
    }

    static List<String> members(String term) {
        return GENES_OF_TERM.getOrDefault(term, List.of());
    }

    static List<String> panelWith(List<String> study, Random random) {
        List<String> others = new ArrayList<>(GENES);
        others.removeAll(study);
        Collections.shuffle(others, random);
        List<String> panel = new ArrayList<>(study);
        panel.addAll(others.subList(0, PANEL - study.size()));
        Collections.shuffle(panel, random);
        return panel;
    }

    static Enrichment explain(List<String> study, List<String> panel) {
        var markers =
                MarkerStage.ofList(1, study.stream().map(MarkerGene::named).toList());
        return new EnrichmentStage().on(GO, panel).explain(markers);
    }

    static List<String> draw(List<String> genes, int count, Random random) {
        List<String> drawn = new ArrayList<>(genes);
        Collections.shuffle(drawn, random);
        return drawn.subList(0, count);
    }

    @Test
    void findsAPlantedTermFirst() {
        List<String> plantable = GENES_OF_TERM.entrySet().stream()
                .filter(entry ->
                        entry.getValue().size() >= STUDY && entry.getValue().size() <= 300)
                .map(Map.Entry::getKey)
                .toList();
        List<String> missed = new ArrayList<>();
        for (int seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            String planted = plantable.get(random.nextInt(plantable.size()));
            List<String> study = draw(members(planted), STUDY, random);
            List<String> panel = panelWith(study, random);
            List<EnrichedTerm> found = explain(study, panel).terms();
            if (found.isEmpty() || !sameOnPanel(found.getFirst().goId(), planted, panel)) {
                missed.add(planted);
            }
        }
        assertThat(missed).hasSizeLessThanOrEqualTo(5);
    }

    private static boolean sameOnPanel(String found, String planted, List<String> panel) {
        Set<String> a = new HashSet<>(panel);
        Set<String> b = new HashSet<>(panel);
        a.retainAll(new HashSet<>(members(found)));
        b.retainAll(new HashSet<>(members(planted)));
        return a.equals(b);
    }

    @Test
    void seldomExplainsRandomGenes() {
        int explained = 0;
        for (int seed = 1; seed <= 100; seed++) {
            var random = new Random(seed);
            List<String> panel = panelWith(List.of(), random);
            explained += explain(draw(panel, STUDY, random), panel).terms().isEmpty() ? 0 : 1;
        }
        assertThat(explained).isLessThanOrEqualTo(10);
    }

    @Test
    void callsTheFunctionsOfTCellsImmune() {
        List<String> study = List.of("CD3E", "CD2", "CD28", "CD5", "LCK", "ZAP70", "CD8A", "CD4", "IL7R");
        List<String> panel = panelWith(study, new Random(1));

        Enrichment found = explain(study, panel);

        assertThat(found.terms().getFirst().name()).contains("T cell");
        assertThat(found.programs()).extracting(FunctionalProgram::name).contains("immune system process");
        assertThat(found).isEqualTo(explain(study, panel));
    }

    @Test
    void studiesAtMostAQuarterOfThePanel() {
        List<String> study = members("GO:0042110").subList(0, 12); // T cell activation
        List<String> panel = panelWith(study, new Random(2)).subList(0, 20);
        List<String> onPanel = study.stream().filter(panel::contains).toList();
        List<String> all = new ArrayList<>(onPanel);
        panel.stream().filter(gene -> !onPanel.contains(gene)).forEach(all::add);

        var stage = new EnrichmentStage(1, 1, 1, 500, Set.of(), 0.35, 8);
        Enrichment found = stage.on(GO, panel)
                .explain(MarkerStage.ofList(
                        1, all.stream().map(MarkerGene::named).toList()));

        assertThat(found.terms())
                .isNotEmpty()
                .allSatisfy(term -> assertThat(term.studySize()).isEqualTo(5));
    }

    @Test
    void findsNothingOnAnEmptyPanel() {
        assertThat(explain(List.of("CD3E"), List.of())).isEqualTo(Enrichment.NONE);
    }

    @Test
    void rejectsEvidenceCodesThatNoAnnotationCarries() {
        var stage = new EnrichmentStage(0.1, 2, 2, 500, Set.of("IDA"), 0.35, 8);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> stage.on(GO, List.of("CD3E")))
                .withMessageContaining("[IDA]");
    }

    @Test
    void rejectsParametersOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EnrichmentStage(2, 2, 2, 500, Set.of(), 0.35, 8))
                .withMessageContaining("maxFdr");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EnrichmentStage(0.1, 2, 2, 500, Set.of(), 1.5, 8))
                .withMessageContaining("jaccard");
    }
}
