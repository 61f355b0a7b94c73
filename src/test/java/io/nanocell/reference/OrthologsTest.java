package io.nanocell.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.reference.files.ReferenceFile;
import io.nanocell.reference.files.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The shipped orthologs and what they make of the shipped tables.
class OrthologsTest {

    static final ReferenceKnowledge HUMAN = ReferenceKnowledge.load(null);
    static final Orthologs ORTHOLOGS = HUMAN.orthologs();
    static final ReferenceKnowledge MOUSE = ORTHOLOGS.inMice(HUMAN);

    @ParameterizedTest
    @CsvSource({"CD3E, Cd3e", "CD8B, Cd8b1", "PTPRC, Ptprc", "INS, Ins1 Ins2", "HLA-DQA1, H2-Aa", "KLRB1, Klrb1c"})
    void knowsTheGenesOfMice(String human, String mice) {
        assertThat(ORTHOLOGS.ofHuman(human, HUMAN.symbols())).contains(mice.split(" "));
    }

    @Test
    void aHumanGeneThatMiceLackIsNone() {
        assertThat(ORTHOLOGS.ofHuman("GNLY", HUMAN.symbols())).isEmpty();
        assertThat(ORTHOLOGS.ofHuman("CD1A", HUMAN.symbols())).isEmpty();
        assertThat(MOUSE.symbols().find("Gnly")).isEmpty();
    }

    @Test
    void aMarkerThatTheSourcesGiveByItsMouseNameStandsForItself() {
        assertThat(HUMAN.symbols().isApproved("CHIL3")).isFalse();
        assertThat(ORTHOLOGS.ofHuman("CHIL3", HUMAN.symbols())).containsExactly("Chil3");
    }

    @ParameterizedTest
    @CsvSource({"Cd3e, CD3E", "cd8b1, CD8B", "Ins2, INS", "Chil3, Chil3"})
    void aGeneOfMiceIsItsOrthologOrItself(String mouse, String human) {
        assertThat(ORTHOLOGS.ofMouse(mouse, HUMAN.symbols())).containsExactly(human);
    }

    @Test
    void whatMiceDoNotHaveIsNoGeneOfTheirs() {
        assertThat(ORTHOLOGS.ofMouse("GNLY", HUMAN.symbols())).isEmpty();
        assertThat(ORTHOLOGS.ofMouse("no-such-gene", HUMAN.symbols())).isEmpty();
    }

    @Test
    void nineInTenMarkersOfTheShippedTablesAreGenesOfMice() {
        Set<String> markers = new HashSet<>();
        new Table(ReferenceFile.shipped("core-markers.tsv.gz"), "gene").forEach(row -> markers.add(row.get("gene")));
        long known = markers.stream()
                .filter(gene -> !ORTHOLOGS.ofHuman(gene, HUMAN.symbols()).isEmpty())
                .count();

        assertThat(known).isGreaterThan(markers.size() * 9L / 10);
    }

    @Test
    void typesAndTissuesStayTheSame() {
        assertThat(MOUSE.database().namedTypes()).isEqualTo(HUMAN.database().namedTypes());
        assertThat(MOUSE.database().mentions()).isEqualTo(HUMAN.database().mentions());
        assertThat(LabelSpace.of(MOUSE, LabelSpace.Request.ofTissue("liver")).labels())
                .extracting(Label::name)
                .isEqualTo(LabelSpace.of(HUMAN, LabelSpace.Request.ofTissue("liver")).labels().stream()
                        .map(Label::name)
                        .toList());
    }

    @Test
    void everyGeneOfAMouseListIsAMouseGeneWithTheEvidenceOfAnOrtholog() {
        Map<String, Set<String>> humansOf = new HashMap<>();
        for (String gene : HUMAN.database().genes()) {
            for (String mouse : ORTHOLOGS.ofHuman(gene, HUMAN.symbols())) {
                humansOf.computeIfAbsent(mouse, _ -> new HashSet<>()).add(gene);
            }
        }
        List<MarkerList> human = HUMAN.database().lists();
        List<MarkerList> mouse = MOUSE.database().lists();
        assertThat(mouse).hasSameSizeAs(human);
        for (int i = 0; i < human.size(); i++) {
            Map<String, Double> weights = human.get(i).weights();
            mouse.get(i)
                    .weights()
                    .forEach((gene, weight) -> assertThat(humansOf.getOrDefault(gene, Set.of()).stream()
                                    .mapToDouble(other -> weights.getOrDefault(other, 0.0))
                                    .max()
                                    .orElseThrow())
                            .isEqualTo(weight));
        }
    }

    @Test
    void mouseGenesHaveTheFunctionsOfTheirOrthologs() {
        GoReference go = GoReference.load(null, HUMAN.symbols());
        GoReference mouse = ORTHOLOGS.inMice(go, HUMAN.symbols());

        assertThat(mouse.annotations().terms("Cd8b1"))
                .isEqualTo(go.annotations().terms("CD8B"));
        assertThat(mouse.annotations().terms("Ins1")).isNotEmpty();
        assertThat(mouse.annotations().terms("CD8B")).isEmpty();
    }
}
