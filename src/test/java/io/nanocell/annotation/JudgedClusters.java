package io.nanocell.annotation;

import static io.nanocell.confidence.Verdict.HIGH;
import static io.nanocell.confidence.Verdict.MODERATE;
import static io.nanocell.confidence.Verdict.UNRESOLVED;
import static io.nanocell.testing.EvidenceExample.candidate;
import static io.nanocell.testing.TinyOntology.*;

import io.nanocell.confidence.ClusterConfidence;
import io.nanocell.confidence.Confidence;
import io.nanocell.confidence.ConfidenceParts;
import io.nanocell.confidence.Verdict;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelIdentity;
import io.nanocell.inference.ModelRecord;
import io.nanocell.testing.EvidenceExample;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Clusters by the confidence of their candidates alone, and answers of a model, to be joined.
final class JudgedClusters {

    static final ModelRecord RECORD =
            new ModelRecord(new ModelIdentity("fake", null), "prompt", null, new TreeMap<>(), 1, 1, null, null);
    static final @Nullable ModelAnswer NONE = null;
    static final ModelAnswer ABSTAINED = new ModelAnswer.Abstained(RECORD);
    static final ModelAnswer UNUSABLE = new ModelAnswer.Unusable("off the list", RECORD);
    static final ModelAnswer UNAVAILABLE = new ModelAnswer.Unavailable("down", true, RECORD);

    static ModelAnswer chose(String cellOntologyId) {
        return new ModelAnswer.Chose(ONTOLOGY.type(cellOntologyId).name(), RECORD);
    }

    /// A candidate by its value alone, with thresholds 0.7 and 0.5; above chance unless the value is 0.
    static Confidence sure(String id, double value) {
        Verdict verdict = value >= 0.7 ? HIGH : value >= 0.5 ? MODERATE : UNRESOLVED;
        return new Confidence(
                ONTOLOGY.type(id).name(),
                id,
                value,
                value,
                verdict,
                value > 0,
                new ConfidenceParts(3, 0.8, 0.9, 0, 0.5, 0.6, 0.5, 0, 0.7, value, 0.5, 1, 0.3, null, null, null),
                Collections.emptySortedSet());
    }

    static ClusterConfidence cluster(boolean heterogeneous, Confidence... candidates) {
        Confidence best = Arrays.stream(candidates)
                .filter(Confidence::aboveChance)
                .findFirst()
                .orElse(null);
        return new ClusterConfidence(
                1, List.of(candidates), best, false, heterogeneous, new TreeSet<>(List.of("NO_FUNCTION")));
    }

    static AnnotatedCluster join(Policy policy, ClusterConfidence confidence, @Nullable ModelAnswer answer) {
        return new FinalLabel(policy, ONTOLOGY)
                .join(EvidenceExample.of(candidate(HEPATOCYTE, 1, 0.01)).build(), confidence, answer);
    }

    static final Confidence HIGH_T = sure(T_CELL, 0.9);
    static final Confidence MODERATE_T = sure(T_CELL, 0.6);

    private JudgedClusters() {}
}
