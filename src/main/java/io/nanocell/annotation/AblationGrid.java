package io.nanocell.annotation;

import io.nanocell.confidence.Confidence;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.inference.Breaker;
import io.nanocell.inference.InferenceStage;
import io.nanocell.inference.LabelSchema;
import io.nanocell.inference.LanguageModel;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelAnswer.Outcome;
import io.nanocell.inference.ModelWatcher;
import io.nanocell.reference.CellOntology;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Runs inference in several ways over the same evidence, to see what each part of the method does. The confidence
/// of every candidate is the same in all of them; settings that differ in policy alone share the model's answers.
///
/// @param clusters evidence and confidence as they were computed once
/// @param more labels admissible beside the candidates; empty but for the label space "ALL"
/// @param labels of the run that [AblationRow#flips] compares with, by cluster number
public record AblationGrid(
        CellOntology ontology, List<JudgedEvidence> clusters, List<String> more, Map<Integer, String> labels) {

    public AblationGrid {
        clusters = List.copyOf(clusters);
        more = List.copyOf(more);
        labels = Map.copyOf(labels);
    }

    /// @param known answers of an earlier run that was interrupted: these clusters are not asked about again
    /// @param tissue as given by the user; null where not
    /// @param budget how long the question may take for all clusters together
    /// @param breaker what earlier questions have met
    /// @return by cluster number, the known ones among them
    public Map<Integer, ModelAnswer> ask(
            AblationQuestion question,
            Map<Integer, ModelAnswer> known,
            LanguageModel model,
            @Nullable String tissue,
            Duration budget,
            ModelWatcher watcher,
            Breaker breaker) {
        List<ClusterEvidence> open = clusters.stream()
                .filter(cluster -> !known.containsKey(cluster.number()))
                .map(cluster -> offered(cluster.evidence(), question.top()))
                .toList();
        var stage = new InferenceStage(model, question.evidence(), question.enumerated(), more, 0, budget);
        Map<Integer, ModelAnswer> answers = new TreeMap<>(known);
        answers.putAll(stage.ask(open, tissue, watcher, breaker));
        return answers;
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

    /// @param answers to the setting's question by cluster number
    public AblationRow row(AblationSetting setting, Map<Integer, ModelAnswer> answers) {
        var policy = new FinalLabel(setting.policy(), ontology);
        var evidence = new FinalLabel(Policy.EVIDENCE, ontology);
        List<AnnotatedCluster> annotated = new ArrayList<>();
        List<String> alone = new ArrayList<>();
        for (JudgedEvidence cluster : clusters) {
            annotated.add(policy.join(cluster.evidence(), cluster.confidence(), answers.get(cluster.number())));
            alone.add(evidence.join(cluster.evidence(), cluster.confidence(), null)
                    .label());
        }
        var counts = new Counts(answers.values());
        return new AblationRow(
                setting,
                answers.size(),
                share(count(annotated, (_, c) -> agrees(c)), counts.usable()),
                share(counts.offList(), counts.answered()),
                share(counts.of(Outcome.ABSTAINED), counts.usable()),
                counts.of(Outcome.UNUSABLE),
                counts.of(Outcome.UNAVAILABLE),
                share(count(annotated, (_, c) -> c.cellOntologyId() != null), annotated.size()),
                share(
                        count(
                                annotated,
                                (_, c) -> !Objects.equals(
                                        c.label(), labels.get(c.evidence().number()))),
                        annotated.size()),
                share(count(annotated, (i, c) -> !c.label().equals(alone.get(i))), annotated.size()),
                List.copyOf(annotated));
    }

    private static int count(List<AnnotatedCluster> clusters, BiPredicate<Integer, AnnotatedCluster> condition) {
        int n = 0;
        for (int i = 0; i < clusters.size(); i++) {
            n += condition.test(i, clusters.get(i)) ? 1 : 0;
        }
        return n;
    }

    private static @Nullable Double share(int part, int whole) {
        return whole == 0 ? null : (double) part / whole;
    }

    private static boolean agrees(AnnotatedCluster cluster) {
        Confidence best = cluster.confidence().best();
        return best != null
                && cluster.answer() instanceof ModelAnswer.Chose chose
                && chose.label().equals(best.label());
    }

    /// How the answers to a question came out.
    private record Counts(Map<Outcome, Integer> outcomes, int offList) {

        Counts(Collection<ModelAnswer> answers) {
            this(new EnumMap<>(Outcome.class), (int)
                    answers.stream().filter(Counts::isOffList).count());
            answers.forEach(answer -> outcomes.merge(answer.outcome(), 1, Integer::sum));
        }

        private static boolean isOffList(ModelAnswer answer) {
            return answer.record().offList() > 0 || Objects.equals(answer.reason(), LabelSchema.OFF_LIST);
        }

        int of(Outcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }

        int usable() {
            return of(Outcome.CHOSE) + of(Outcome.ABSTAINED);
        }

        int answered() {
            return usable() + of(Outcome.UNUSABLE);
        }
    }
}
