package io.nanocell.confidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OrganCapTest {

    private static final ConfidenceParts PARTS =
            new ConfidenceParts(10, 0.9, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 0, null, null, null);

    private static Confidence candidate(String label, double value, Verdict verdict) {
        return new Confidence(label, "CL:" + label, value, value, verdict, true, PARTS, new TreeSet<>());
    }

    @Test
    void keepsTheLabelsOfAnotherOrganBelowHighAndNoOther() {
        Confidence foreign = candidate("luminal cell of mammary gland", 0.97, Verdict.HIGH);
        Confidence here = candidate("luminal cell of prostate", 0.9, Verdict.HIGH);
        var cluster =
                new ClusterConfidence(1, List.of(foreign, here), foreign, false, false, new TreeSet<>(List.of("X")));

        ClusterConfidence capped = new OrganCap(0.8, 0.6, label -> label.contains("mammary")).of(cluster);

        assertThat(capped.candidates().getFirst().value()).isEqualTo(0.79);
        assertThat(capped.candidates().getFirst().uncapped()).isEqualTo(0.97);
        assertThat(capped.candidates().getFirst().verdict()).isEqualTo(Verdict.MODERATE);
        assertThat(capped.candidates().getFirst().reasons()).containsExactly("OTHER_ORGAN");
        assertThat(capped.candidates().get(1)).isEqualTo(here);
        assertThat(capped.best()).isEqualTo(capped.candidates().getFirst());
        assertThat(capped.reasons()).containsExactly("X");
    }
}
