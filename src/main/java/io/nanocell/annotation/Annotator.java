package io.nanocell.annotation;

import io.nanocell.confidence.ClusterConfidence;
import io.nanocell.confidence.ConfidenceScorer;
import io.nanocell.confidence.Malignancy;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.inference.ModelAnswer;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Scores clusters and joins them with what the model said, for jobs and marker lists alike.
///
/// The model's answers come in only after every confidence is there.
public record Annotator(ConfidenceScorer scorer, FinalLabel finalLabel) {

    /// @param answers by cluster number; none where the model was switched off or there was nothing to ask
    /// @return one per cluster, in order
    public List<AnnotatedCluster> annotate(
            List<ClusterEvidence> clusters, Malignancy malignancy, Map<Integer, ModelAnswer> answers) {
        return annotate(clusters, malignancy, UnaryOperator.identity(), answers);
    }

    /// @param cap what else keeps a confidence down; leaves it as it is where nothing does
    /// @param answers by cluster number; none where the model was switched off or there was nothing to ask
    /// @return one per cluster, in order
    public List<AnnotatedCluster> annotate(
            List<ClusterEvidence> clusters,
            Malignancy malignancy,
            UnaryOperator<ClusterConfidence> cap,
            Map<Integer, ModelAnswer> answers) {
        return clusters.stream()
                .map(evidence -> finalLabel.join(
                        evidence, cap.apply(scorer.score(evidence, malignancy)), answers.get(evidence.number())))
                .toList();
    }
}
