package io.nanocell.annotation;

import static io.nanocell.testing.EvidenceExample.candidate;
import static io.nanocell.testing.TinyOntology.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.confidence.ConfidenceScorer;
import io.nanocell.confidence.Malignancy;
import io.nanocell.confidence.Verdict;
import io.nanocell.evidence.Candidate;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.testing.EvidenceExample;
import io.nanocell.testing.PlainConfidence;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnnotatorTest {

    static final ConfidenceScorer SCORER = PlainConfidence.SCORER;
    static final List<String> IDS =
            List.of(HEPATOCYTE, CHOLANGIOCYTE, EPITHELIAL, T_CELL, CD4, CD8, B_CELL, MACROPHAGE, FIBROBLAST);

    static ClusterEvidence randomEvidence(Random random) {
        Candidate[] candidates = new Candidate[random.nextInt(IDS.size() + 1)];
        for (int i = 0; i < candidates.length; i++) {
            double pValueMax = random.nextBoolean() ? 0.06 * random.nextDouble() : random.nextDouble();
            candidates[i] = candidate(IDS.get(i), 10 * random.nextDouble(), pValueMax);
        }
        EvidenceExample example = EvidenceExample.of(candidates).coverage(random.nextDouble());
        return random.nextInt(5) == 0
                ? example.mixture(0.1 * random.nextDouble(), 0.1 * random.nextDouble(), random.nextDouble())
                        .build()
                : example.build();
    }

    static ModelAnswer randomAnswer(Random random, ClusterEvidence evidence) {
        return switch (random.nextInt(4)) {
            case 0 -> JudgedClusters.ABSTAINED;
            case 1 -> JudgedClusters.UNAVAILABLE;
            default -> JudgedClusters.chose(IDS.get(random.nextInt(IDS.size())));
        };
    }

    @ParameterizedTest
    @EnumSource
    void keepsItsPromisesWhateverTheEvidenceAndTheModel(Policy policy) {
        var annotator = new Annotator(SCORER, new FinalLabel(policy, ONTOLOGY));
        var random = new Random(4);
        int calls = 0;
        for (int trial = 0; trial < 3000; trial++) {
            ClusterEvidence evidence = randomEvidence(random);
            Malignancy malignancy = random.nextBoolean() ? Malignancy.NONE : new Malignancy(true, c -> false);
            ModelAnswer answer = randomAnswer(random, evidence);
            var annotated = annotator
                    .annotate(List.of(evidence), malignancy, Map.of(1, answer))
                    .getFirst();
            AnnotationInvariants.check(annotated);
            var silent =
                    annotator.annotate(List.of(evidence), malignancy, Map.of()).getFirst();
            assertThat(silent.confidence()).isEqualTo(annotated.confidence()); // blind to the model
            calls += annotated.cellOntologyId() == null ? 0 : 1;
        }
        assertThat(calls).isGreaterThan(100); // else nothing was tested
    }

    @Test
    void givesAModelThatPicksTheLastCandidateNoHighCallThatChanceExplains() {
        var annotator = new Annotator(SCORER, new FinalLabel(Policy.GUARDED, ONTOLOGY));
        var random = new Random(11);
        for (int trial = 0; trial < 3000; trial++) {
            ClusterEvidence evidence = randomEvidence(random);
            if (evidence.candidates().isEmpty()
                    || evidence.candidates().getLast().pValueMax() <= 0.05) {
                continue;
            }
            var last = JudgedClusters.chose(evidence.candidates().getLast().cellOntologyId());
            var annotated = annotator
                    .annotate(List.of(evidence), Malignancy.NONE, Map.of(1, last))
                    .getFirst();
            assertThat(annotated.label())
                    .isNotEqualTo(evidence.candidates().getLast().label());
            assertThat(annotated.decidedBy()).isEqualTo(DecidedBy.EVIDENCE);
        }
    }

    @Test
    void goesOnWithoutAModel() {
        var annotator = new Annotator(SCORER, new FinalLabel(Policy.GUARDED, ONTOLOGY));
        var clusters = List.of(
                EvidenceExample.of(candidate(HEPATOCYTE, 5, 0.001)).number(1).build(),
                EvidenceExample.of().number(2).build());
        assertThat(annotator.annotate(clusters, Malignancy.NONE, Map.of()))
                .extracting(AnnotatedCluster::verdict)
                .containsExactly(Verdict.HIGH, Verdict.UNRESOLVED);
    }
}
