package io.nanocell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.reference.TissueMention;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HeldOutTest {

    static final ReferenceKnowledge CORE = ReferenceKnowledge.load(null);
    static final String HEPATOCYTE = "CL:0000182";

    private static MarkerList list(MarkerSource source, String publication, String type, int genes, double share) {
        Map<String, Double> weights = new TreeMap<>();
        for (int g = 0; g < genes; g++) {
            weights.put("G" + g, g < 3 ? 0.9 : 0.4);
        }
        return new MarkerList(source, publication, type, "name", share, weights);
    }

    private static ReferenceKnowledge knowing(MarkerList... lists) {
        var mention = new TissueMention(MarkerSource.CELL_MARKER, "p1", HEPATOCYTE, "liver", 1);
        return CORE.with(new MarkerDatabase(List.of(lists), List.of(mention)));
    }

    @Test
    void asksTheTenStrongestGenesWithTheTissueOfTheirPublication() {
        ReferenceKnowledge knowledge = knowing(list(MarkerSource.CELL_MARKER, "p1", HEPATOCYTE, 30, 1));

        HeldOutList list = HeldOut.PUBLICATIONS.lists(knowledge, 1).getFirst();

        assertThat(list.markers()).hasSize(10).doesNotHaveDuplicates();
        assertThat(list.markers().subList(0, 3)).containsExactlyInAnyOrder("G0", "G1", "G2");
        assertThat(list.tissue()).isEqualTo("liver");
        assertThat(list.publication()).isEqualTo("p1");
        assertThat(list.expert()).containsExactly(HEPATOCYTE);
    }

    @Test
    void leavesOutWhatIsNoTruth() {
        ReferenceKnowledge knowledge = knowing(
                list(MarkerSource.CELL_MARKER, "short", HEPATOCYTE, 4, 1),
                list(MarkerSource.CELL_MARKER, "none", HEPATOCYTE, 8, 1),
                list(MarkerSource.CELL_MARKER, "head noun", HEPATOCYTE, 8, 0.5),
                list(MarkerSource.CELL_MARKER, "too general", "CL:0000000", 8, 1),
                list(MarkerSource.CELL_MARKER_CANCER, "other source", HEPATOCYTE, 8, 1));

        assertThat(HeldOut.PUBLICATIONS.lists(knowledge, 1)).isEmpty();
        assertThat(HeldOut.PANGLAO_DB.lists(knowledge, 1)).isEmpty();
    }

    @Test
    void takesTwelveListsOfATypeAtMostAndTheSameOnesForOneSeed() {
        List<MarkerList> lists = new ArrayList<>();
        for (int p = 0; p < 20; p++) {
            lists.add(list(MarkerSource.CELL_MARKER, "p" + p, HEPATOCYTE, 15, 1));
        }
        ReferenceKnowledge knowledge = knowing(lists.toArray(MarkerList[]::new));

        List<HeldOutList> once = HeldOut.PUBLICATIONS.lists(knowledge, 3);

        assertThat(once).hasSize(12).isEqualTo(HeldOut.PUBLICATIONS.lists(knowledge, 3));
        assertThat(once).isNotEqualTo(HeldOut.PUBLICATIONS.lists(knowledge, 4));
    }

    @Test
    void everyPublicationIsInOneFold() {
        List<HeldOutList> lists = new ArrayList<>();
        for (int p = 0; p < 13; p++) {
            lists.add(new HeldOutList("a" + p, "p" + p % 11, null, List.of("ALB"), Set.of(HEPATOCYTE)));
        }

        List<Set<String>> folds = HeldOut.folds(lists, 6, 1);

        assertThat(folds).hasSize(6).allSatisfy(fold -> assertThat(fold).hasSizeBetween(1, 2));
        Set<String> all = new TreeSet<>();
        folds.forEach(all::addAll);
        assertThat(all).hasSize(11);
    }

    @Test
    void theMouseAtlasIsLeftOutAsAWhole() {
        ReferenceKnowledge knowledge = knowing(
                list(MarkerSource.ATLAS, "mca:Liver_MCA", HEPATOCYTE, 12, 1),
                list(MarkerSource.ATLAS, "mca:Lung_MCA", HEPATOCYTE, 12, 1),
                list(MarkerSource.ATLAS, "29474909", HEPATOCYTE, 12, 1));

        List<HeldOutList> mice = HeldOut.MOUSE_ATLAS.lists(knowledge, 1);
        List<HeldOutList> studies = HeldOut.ATLAS_STUDIES.lists(knowledge, 1);

        assertThat(mice)
                .extracting(HeldOutList::publication)
                .containsExactlyInAnyOrder("mca:Liver_MCA", "mca:Lung_MCA");
        assertThat(HeldOut.folds(mice, HeldOut.MOUSE_ATLAS.folds(mice), 1))
                .containsExactly(Set.of("mca:Liver_MCA", "mca:Lung_MCA"));
        assertThat(HeldOut.folds(studies, HeldOut.ATLAS_STUDIES.folds(studies), 1))
                .hasSize(3);
        assertThat(HeldOut.of(mice)).contains(HeldOut.MOUSE_ATLAS);
        assertThat(HeldOut.of(studies)).contains(HeldOut.ATLAS_STUDIES);
        assertThat(HeldOut.MOUSE_ATLAS.isOfMice()).isTrue();
        assertThat(HeldOut.ATLAS_STUDIES.isOfMice()).isFalse();
    }

    @Test
    void listsFromElsewhereAreOfNoKind() {
        assertThat(HeldOut.of(List.of(new HeldOutList("Azimuth-0", "", null, List.of("ALB"), Set.of(HEPATOCYTE)))))
                .isEmpty();
    }

    @Test
    void namesTheKindsThereAre() {
        assertThat(HeldOut.named("panglao-db")).isEqualTo(HeldOut.PANGLAO_DB);
        assertThatThrownBy(() -> HeldOut.named("experts")).hasMessageContaining("PUBLICATIONS");
    }
}
