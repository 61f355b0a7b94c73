package io.nanocell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.nanocell.evidence.LabelAdequacy.Status;
import io.nanocell.reference.LabelSpace;
import io.nanocell.reference.ReferenceKnowledge;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PanelAdequacyTest {

    static final ReferenceKnowledge CORE = ReferenceKnowledge.load(null);
    static final CandidateKnowledge KNOWLEDGE = new CandidateKnowledge(CORE);

    static Map<String, LabelAdequacy> adequacy(List<String> panel, String tissue) {
        LabelSpace space = LabelSpace.of(CORE, LabelSpace.Request.ofTissue(tissue));
        Map<String, LabelAdequacy> byName = new TreeMap<>();
        PanelAdequacy.DEFAULT
                .of(KNOWLEDGE, space, panel)
                .forEach(a -> byName.put(a.label().name(), a));
        assertThat(byName).hasSize(space.labels().size());
        return byName;
    }

    @Test
    void wellCoveredTypeIsCallable() {
        Map<String, LabelAdequacy> found = adequacy(CandidateStageTest.panel(), "liver");

        assertThat(found.get("hepatocyte")).satisfies(hepatocyte -> {
            assertThat(hepatocyte.status()).isEqualTo(Status.CALLABLE);
            assertThat(hepatocyte.onPanel()).contains("ALB");
        });
    }

    @Test
    void labelWithoutMarkersOnThePanelCannotBeCalled() {
        Map<String, LabelAdequacy> found = adequacy(List.of("ALB", "APOA1", "TTR", "ACTB", "GAPDH"), "liver");

        assertThat(found.get("mast cell")).satisfies(mast -> {
            assertThat(mast.status()).isEqualTo(Status.NOT_CALLABLE);
            assertThat(mast.parent()).isNull();
        });
    }

    @Test
    void subtypeWithoutMarkersOfItsOwnFallsBackToItsParent() {
        Map<String, LabelAdequacy> found = adequacy(CandidateStageTest.panel(), "blood");

        assertThat(found.values())
                .filteredOn(a -> a.status() == Status.PARENT_ONLY)
                .isNotEmpty()
                .allSatisfy(a -> assertThat(CORE.ontology().types().stream()
                                .filter(type -> type.name().equals(a.parent()))
                                .anyMatch(type -> CORE.ontology()
                                        .isAncestor(type.id(), a.label().cellOntologyId())))
                        .isTrue());
    }

    @Test
    void sameSeedGivesTheSameAnswer() {
        assertThat(adequacy(CandidateStageTest.panel(), "blood"))
                .isEqualTo(adequacy(CandidateStageTest.panel(), "blood"));
    }

    @Test
    void emptyPanelCallsNothing() {
        assertThat(adequacy(List.of(), "blood").values())
                .allSatisfy(a -> assertThat(a.status()).isEqualTo(Status.NOT_CALLABLE));
    }

    @Test
    void refusesTooFewDraws() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PanelAdequacy(5, 0));
    }
}
