package io.nanocell.annotation;

import io.nanocell.confidence.ClusterConfidence;
import io.nanocell.confidence.Confidence;
import io.nanocell.confidence.ConfidenceParts;
import io.nanocell.confidence.Verdict;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.inference.ModelAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cluster with its final label and everything that led to it.
///
/// @param evidence what is known of it
/// @param confidence of every candidate
/// @param answer the model's; null where the model was switched off or there was nothing to ask
/// @param label the candidate's label, "Unresolved" or "Heterogeneous"
/// @param cellOntologyId of the label; null for the last two
/// @param verdict HIGH, MODERATE, UNRESOLVED or HETEROGENEOUS
/// @param value confidence of the label; for the last two that of what was tentative, 0 where nothing was
/// @param parts of the same candidate; null where there is none
/// @param decidedBy whose choice it is: MODEL only where the label is the model's very answer
/// @param reasons codes, those of the decision ([Reason]) first
/// @param runnerUps at most five candidates that were not chosen, most sure first; what was tentative is among
/// them
public record AnnotatedCluster(
        ClusterEvidence evidence,
        ClusterConfidence confidence,
        @Nullable ModelAnswer answer,
        String label,
        @Nullable String cellOntologyId,
        Verdict verdict,
        double value,
        @Nullable ConfidenceParts parts,
        DecidedBy decidedBy,
        List<String> reasons,
        List<Confidence> runnerUps) {}
