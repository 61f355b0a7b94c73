package io.nanocell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.annotation.Policy;
import io.nanocell.confidence.Confidence;
import io.nanocell.confidence.ConfidenceScorer;
import io.nanocell.confidence.Verdict;
import io.nanocell.evidence.Candidate;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelIdentity;
import io.nanocell.inference.ModelRecord;
import io.nanocell.pipeline.JudgedCases.Judged;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Models that know nothing, on marker lists of known truth: under GUARDED none of them may make a call surer than
/// its evidence, or cost more than 0.02 of the accuracy that the evidence has alone.
class AdversarialModelsTest {

    private static final double TOLERANCE = 0.02;
    private static final int RANDOM_MODELS = 10;
    private static final ModelRecord RECORD =
            new ModelRecord(new ModelIdentity("blind", null), "", null, new TreeMap<>(), 1, 1, null, null);
    private static final JudgedCases CASES = new JudgedCases();

    /// Picks a label of a list; never asked where there is none.
    interface Blind extends Function<Judged, String> {}

    static List<Named<Blind>> models() {
        return List.of(
                Named.of(
                        "first",
                        judged -> judged.evidence().candidates().getFirst().label()),
                Named.of(
                        "last",
                        judged -> judged.evidence().candidates().getLast().label()),
                Named.of("second", judged -> {
                    List<Candidate> all = judged.evidence().candidates();
                    return all.get(Math.min(1, all.size() - 1)).label();
                }),
                Named.of(
                        "least support",
                        judged -> judged.evidence().candidates().stream()
                                .min(Comparator.comparingDouble(Candidate::support))
                                .orElseThrow()
                                .label()),
                Named.of(
                        "least sure",
                        judged -> judged.confidence().candidates().stream()
                                .min(Comparator.comparingDouble(Confidence::uncapped))
                                .orElseThrow()
                                .label()),
                Named.of(
                        "least sure of the clear ones",
                        judged -> judged.confidence().candidates().stream()
                                .filter(Confidence::isClear)
                                .min(Comparator.comparingDouble(Confidence::uncapped))
                                .map(Confidence::label)
                                .orElse("Unresolved")),
                Named.of(
                        "least sure of those that would stand",
                        judged -> judged.confidence().candidates().stream()
                                .filter(c -> said(judged, c.label()).label().equals(c.label()))
                                .min(Comparator.comparingDouble(Confidence::uncapped))
                                .map(Confidence::label)
                                .orElse("Unresolved")));
    }

    private static Blind random(int model) {
        return judged -> {
            List<Candidate> all = judged.evidence().candidates();
            long seed = 31L * model + judged.evidence().markers().top().hashCode();
            return all.get(new Random(seed).nextInt(all.size())).label();
        };
    }

    private static AnnotatedCluster said(Judged judged, String label) {
        return CASES.join(
                judged,
                Policy.GUARDED,
                label.equals("Unresolved") ? new ModelAnswer.Abstained(RECORD) : new ModelAnswer.Chose(label, RECORD));
    }

    private record Accuracy(int called, int right) {

        double value() {
            return (double) right / called;
        }
    }

    private static Accuracy accuracy(List<Judged> lists, Function<Judged, AnnotatedCluster> annotate) {
        int called = 0;
        int right = 0;
        for (Judged judged : lists) {
            AnnotatedCluster annotated = annotate.apply(judged);
            String id = annotated.cellOntologyId();
            if (id != null) {
                called++;
                right += CASES.ontology().score(judged.truth(), id) >= 0.5 ? 1 : 0;
            }
        }
        return new Accuracy(called, right);
    }

    private static void check(List<Judged> all, String name, List<Blind> models) {
        List<Judged> lists = all.stream()
                .filter(judged -> !judged.evidence().candidates().isEmpty())
                .toList();
        double alone = accuracy(lists, judged -> CASES.join(judged, Policy.EVIDENCE, null))
                .value();
        for (Blind model : models) {
            Accuracy guarded = accuracy(lists, judged -> said(judged, model.apply(judged)));
            assertThat(guarded.called()).as(name).isGreaterThan(30); // else nothing was measured
            assertThat(guarded.value()).as(name).isGreaterThanOrEqualTo(alone - TOLERANCE);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void costsNoAccuracyOnTheClustersThatExpertsHaveNamed(Blind model) throws IOException {
        assumeTrue(Files.exists(JudgedCases.AZIMUTH), "the benchmark is not here");
        check(azimuth(), "Azimuth", List.of(model));
    }

    @ParameterizedTest
    @MethodSource("models")
    void costsNoAccuracyOnListsOfPublications(Blind model) {
        check(PUBLISHED, "publications", List.of(model));
        check(BLURRED, "publications, three genes of ten from elsewhere", List.of(model));
    }

    @Test
    void costsNoAccuracyWhenItChoosesByChance() throws IOException {
        List<Blind> models = java.util.stream.IntStream.range(0, RANDOM_MODELS)
                .mapToObj(AdversarialModelsTest::random)
                .toList();
        check(PUBLISHED, "publications", models);
        check(BLURRED, "publications, three genes of ten from elsewhere", models);
        assumeTrue(Files.exists(JudgedCases.AZIMUTH), "the benchmark is not here");
        check(azimuth(), "Azimuth", models);
    }

    /// Whatever any model chooses, under any policy.
    @Test
    void makesNoCallHighThatTheEvidenceDoesNotCarry() {
        int high = 0;
        for (Judged judged : BLURRED) {
            for (Candidate candidate : judged.evidence().candidates()) {
                for (Policy policy : Policy.values()) {
                    AnnotatedCluster annotated =
                            CASES.join(judged, policy, new ModelAnswer.Chose(candidate.label(), RECORD));
                    if (annotated.verdict() == Verdict.HIGH) {
                        Confidence own =
                                judged.confidence().of(annotated.label()).orElseThrow();
                        assertThat(own.aboveChance()).isTrue();
                        assertThat(own.verdict()).isEqualTo(Verdict.HIGH);
                        assertThat(own.value())
                                .isEqualTo(annotated.value())
                                .isGreaterThanOrEqualTo(ConfidenceScorer.DEFAULT_HIGH);
                        high++;
                    }
                }
            }
        }
        assertThat(high).isGreaterThan(100);
    }

    private static List<Judged> azimuth = List.of();

    private static List<Judged> azimuth() throws IOException {
        if (azimuth.isEmpty()) {
            azimuth = CASES.azimuth();
        }
        return azimuth;
    }

    private static final List<Judged> PUBLISHED = CASES.publications(1, 0);
    private static final List<Judged> BLURRED = CASES.publications(1, 3);
}
