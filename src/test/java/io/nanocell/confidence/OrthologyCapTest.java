package io.nanocell.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OrthologyCapTest {

    private static final ConfidenceParts PARTS =
            new ConfidenceParts(10, 0.9, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 0, null, null, null);

    private static Confidence candidate(String label, double value, Verdict verdict) {
        return new Confidence(label, "CL:" + label, value, value, verdict, true, PARTS, new TreeSet<>());
    }

    private static final Confidence SURE = candidate("T cell", 0.95, Verdict.HIGH);
    private static final Confidence LESS = candidate("B cell", 0.65, Verdict.MODERATE);
    private static final Confidence UNSURE = candidate("NK cell", 0.2, Verdict.UNRESOLVED);

    private static final ClusterConfidence CLUSTER = new ClusterConfidence(
            3, List.of(SURE, LESS, UNSURE), SURE, false, true, new TreeSet<>(List.of(ReasonCodes.NO_FUNCTION)));

    @Test
    void keepsEveryCallBelowHighAndSaysWhy() {
        ClusterConfidence capped = new OrthologyCap(0.8, 0.6).of(CLUSTER);

        assertThat(capped.candidates()).extracting(Confidence::value).containsExactly(0.79, 0.65, 0.2);
        assertThat(capped.candidates())
                .extracting(Confidence::verdict)
                .containsExactly(Verdict.MODERATE, Verdict.MODERATE, Verdict.UNRESOLVED);
        assertThat(capped.candidates()).extracting(Confidence::uncapped).containsExactly(0.95, 0.65, 0.2);
        assertThat(capped.best()).isEqualTo(capped.candidates().getFirst());
        assertThat(capped.reasons()).containsExactly("MOUSE_BY_ORTHOLOGY", "NO_FUNCTION");
        assertThat(capped.number()).isEqualTo(3);
        assertThat(capped.heterogeneous()).isTrue();
    }

    @Test
    void callsNothingWhereModerateIsAsHighAsHigh() {
        assertThat(new OrthologyCap(0.8, 0.8)
                        .of(CLUSTER)
                        .candidates()
                        .getFirst()
                        .verdict())
                .isEqualTo(Verdict.UNRESOLVED);
    }

    @Test
    void aClusterWithoutACandidateStaysWithout() {
        var none = new ClusterConfidence(1, List.of(), null, false, false, new TreeSet<>());

        assertThat(new OrthologyCap(0.8, 0.6).of(none).best()).isNull();
    }
}
