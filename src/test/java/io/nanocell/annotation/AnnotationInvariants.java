package io.nanocell.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.confidence.Confidence;
import io.nanocell.confidence.Verdict;
import io.nanocell.inference.ModelAnswer;
import java.util.Comparator;

/// What holds for every annotated cluster, whatever the policy and the model.
final class AnnotationInvariants {

    private AnnotationInvariants() {}

    static void check(AnnotatedCluster cluster) {
        assertThat(cluster.value()).isBetween(0.0, 1.0);
        assertThat(cluster.reasons()).doesNotHaveDuplicates();
        if (cluster.verdict() == Verdict.HIGH || cluster.verdict() == Verdict.MODERATE) {
            checkCall(cluster);
        } else {
            assertThat(cluster.label())
                    .isEqualTo(cluster.verdict() == Verdict.HETEROGENEOUS ? "Heterogeneous" : "Unresolved");
            assertThat(cluster.cellOntologyId()).isNull();
            assertThat(cluster.reasons()).isNotEmpty();
            assertThat(cluster.runnerUps())
                    .hasSize(Math.min(5, cluster.confidence().candidates().size()));
        }
        assertThat(cluster.runnerUps()).hasSizeLessThanOrEqualTo(5).doesNotHaveDuplicates();
        if (cluster.decidedBy() == DecidedBy.MODEL) {
            assertThat(cluster.answer())
                    .satisfiesAnyOf(
                            answer -> assertThat(answer)
                                    .isInstanceOfSatisfying(
                                            ModelAnswer.Chose.class,
                                            chose -> assertThat(chose.label()).isEqualTo(cluster.label())),
                            answer -> assertThat(answer).isInstanceOf(ModelAnswer.Abstained.class));
        }
    }

    private static void checkCall(AnnotatedCluster cluster) {
        Confidence own = cluster.confidence().of(cluster.label()).orElseThrow();
        assertThat(own.aboveChance()).isTrue();
        assertThat(cluster.value()).isEqualTo(own.value());
        assertThat(cluster.parts()).isEqualTo(own.parts());
        assertThat(cluster.verdict()).isEqualTo(own.verdict());
        assertThat(cluster.cellOntologyId()).isEqualTo(own.cellOntologyId());
        assertThat(cluster.runnerUps())
                .doesNotContain(own)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Confidence::value).reversed());
    }
}
