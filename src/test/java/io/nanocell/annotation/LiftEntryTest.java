package io.nanocell.annotation;

import static io.nanocell.annotation.JudgedClusters.*;
import static io.nanocell.testing.TinyOntology.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.confidence.ClusterConfidence;
import io.nanocell.confidence.Confidence;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.testing.EvidenceExample;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LiftEntryTest {

    static Stream<Arguments> cases() {
        ClusterConfidence high = cluster(false, HIGH_T, sure(CD4, 0.75), sure(LYMPHOCYTE, 0.9), sure(FIBROBLAST, 0.5));
        ClusterConfidence moderate = cluster(false, MODERATE_T, sure(FIBROBLAST, 0.3));
        ClusterConfidence low = cluster(false, sure(T_CELL, 0.4), sure(FIBROBLAST, 0.3));
        ClusterConfidence chance = cluster(false, sure(T_CELL, 0), sure(FIBROBLAST, 0));
        return Stream.of(
                row(high, NONE, false, LiftAction.NOT_ASKED),
                row(high, UNUSABLE, false, LiftAction.NO_ANSWER),
                row(high, UNAVAILABLE, false, LiftAction.NO_ANSWER),
                row(high, chose(T_CELL), false, LiftAction.AGREED),
                row(high, chose(LYMPHOCYTE), true, LiftAction.STANDS),
                row(high, chose(CD4), true, LiftAction.BACKED_OFF),
                row(high, chose(FIBROBLAST), true, LiftAction.OVERRULED),
                row(high, ABSTAINED, true, LiftAction.OVERRULED),
                row(moderate, chose(FIBROBLAST), true, LiftAction.WITHHELD),
                row(moderate, ABSTAINED, true, LiftAction.WITHHELD),
                row(low, chose(FIBROBLAST), true, LiftAction.NOT_CALLED),
                row(chance, chose(T_CELL), false, LiftAction.AGREED), // with the first candidate, though none is called
                row(chance, chose(FIBROBLAST), true, LiftAction.NOT_CALLED),
                row(cluster(false), NONE, false, LiftAction.NOT_ASKED));
    }

    static Arguments row(ClusterConfidence confidence, @Nullable ModelAnswer answer, boolean left, LiftAction action) {
        return Arguments.of(confidence, answer, left, action);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysWhatBecameOfTheModelsChoice(
            ClusterConfidence confidence, @Nullable ModelAnswer answer, boolean left, LiftAction action) {
        AnnotatedCluster annotated = join(Policy.GUARDED, confidence, answer);
        LiftEntry entry = LiftEntry.of(
                new JudgedEvidence(EvidenceExample.of().build(), confidence),
                new FinalLabel(Policy.EVIDENCE, ONTOLOGY),
                answer,
                annotated.cellOntologyId() == null ? null : annotated.label(),
                annotated.reasons());
        assertThat(entry.left()).isEqualTo(left);
        assertThat(entry.action()).isEqualTo(action);
        Confidence first = confidence.candidates().isEmpty()
                ? null
                : confidence.candidates().getFirst();
        assertThat(entry.best()).isEqualTo(first);
        assertThat(entry.evidenceLabel())
                .isEqualTo(join(Policy.EVIDENCE, confidence, answer).label());
    }
}
