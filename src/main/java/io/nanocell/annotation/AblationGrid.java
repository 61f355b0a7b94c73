package io.nanocell.annotation;

import io.nanocell.confidence.ClusterConfidence;
import io.nanocell.confidence.Confidence;
import io.nanocell.confidence.ConfidenceScorer;
import io.nanocell.confidence.Malignancy;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.inference.InferenceStage;
import io.nanocell.inference.LabelSchema;
import io.nanocell.inference.LanguageModel;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelWatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Runs inference in several ways over the same evidence, to see what each part of the method does. Confidence is
/// the same in all of them; settings that differ in policy alone share the model's answers.
public record AblationGrid(LanguageModel model, ConfidenceScorer scorer) {

    /// @param tissue as given by the user; null where not
    /// @return one row per setting, in order
    public List<AblationRow> run(
            List<ClusterEvidence> clusters,
            @Nullable String tissue,
            Malignancy malignancy,
            List<AblationSetting> settings,
            ModelWatcher watcher) {
        List<AnnotatedCluster> alone = annotate(clusters, malignancy, Policy.EVIDENCE, Map.of());
        List<AblationRow> rows = new ArrayList<>();
        Map<Integer, ModelAnswer> answers = Map.of();
        AblationSetting asked = null;
        for (AblationSetting setting : settings) {
            if (asked == null || !setting.asksAs(asked)) {
                answers = new InferenceStage(model, setting.evidence(), setting.enumerated(), List.of())
                        .ask(
                                clusters.stream()
                                        .map(c -> offered(c, setting.top()))
                                        .toList(),
                                tissue,
                                watcher);
                asked = setting;
            }
            rows.add(row(setting, annotate(clusters, malignancy, setting.policy(), answers), alone));
        }
        return List.copyOf(rows);
    }

    private List<AnnotatedCluster> annotate(
            List<ClusterEvidence> clusters, Malignancy malignancy, Policy policy, Map<Integer, ModelAnswer> answers) {
        return new Annotator(scorer, new FinalLabel(policy, scorer.ontology())).annotate(clusters, malignancy, answers);
    }

    /// The evidence with fewer candidates.
    private static ClusterEvidence offered(ClusterEvidence all, int top) {
        return new ClusterEvidence(
                all.number(),
                all.name(),
                all.markers(),
                all.terms(),
                all.programs(),
                all.candidates().stream().limit(top).toList(),
                all.lineages(),
                all.coverage(),
                all.heterogeneity(),
                all.leakage());
    }

    private static AblationRow row(
            AblationSetting setting, List<AnnotatedCluster> annotated, List<AnnotatedCluster> alone) {
        List<AnnotatedCluster> asked =
                annotated.stream().filter(cluster -> cluster.answer() != null).toList();
        int flips = 0;
        for (int i = 0; i < annotated.size(); i++) {
            flips += annotated.get(i).label().equals(alone.get(i).label()) ? 0 : 1;
        }
        return new AblationRow(
                setting,
                share(asked, AblationGrid::agrees),
                share(asked, AblationGrid::isOffList),
                share(annotated, cluster -> cluster.cellOntologyId() != null),
                annotated.isEmpty() ? 0 : (double) flips / annotated.size(),
                annotated);
    }

    private static double share(List<AnnotatedCluster> clusters, Predicate<AnnotatedCluster> condition) {
        return clusters.isEmpty()
                ? 0
                : (double) clusters.stream().filter(condition).count() / clusters.size();
    }

    private static boolean agrees(AnnotatedCluster cluster) {
        ClusterConfidence confidence = cluster.confidence();
        Confidence best = confidence.best();
        return best != null
                && cluster.answer() instanceof ModelAnswer.Chose chose
                && chose.label().equals(best.label());
    }

    private static boolean isOffList(AnnotatedCluster cluster) {
        return cluster.answer() instanceof ModelAnswer.Unusable unusable
                && Objects.equals(unusable.reason(), LabelSchema.OFF_LIST);
    }
}
