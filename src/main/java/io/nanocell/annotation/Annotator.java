package io.nanocell.annotation;

import io.nanocell.confidence.ConfidenceScorer;
import io.nanocell.confidence.Malignancy;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.inference.ModelAnswer;
import java.util.List;
import java.util.Map;

/// Scores clusters and joins them with what the model said, for jobs and marker lists alike.
///
/// The model's answers come in only after every confidence is there.
public record Annotator(ConfidenceScorer scorer, FinalLabel finalLabel) {

    /// @param answers by cluster number; none where the model was switched off or there was nothing to ask
    /// @return one per cluster, in order
    public List<AnnotatedCluster> annotate(
            List<ClusterEvidence> clusters, Malignancy malignancy, Map<Integer, ModelAnswer> answers) {
        return clusters.stream()
                .map(evidence ->
                        finalLabel.join(evidence, scorer.score(evidence, malignancy), answers.get(evidence.number())))
                .toList();
    }
}
