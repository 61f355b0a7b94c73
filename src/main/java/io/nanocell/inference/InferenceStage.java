package io.nanocell.inference;

import io.nanocell.evidence.Candidate;
import io.nanocell.evidence.ClusterEvidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Asks the model about each cluster, one after the other in the clusters' order: a model of this size fills the
/// cores, and its prefix cache serves the fixed text best that way.
///
/// A model that is down costs a job its opinion, never the job: after three questions in a row that came to
/// nothing by the server's fault most of the rest is not asked ([Breaker]), and once the time budget is used up
/// nothing is; a call that is under way then is given up. Either says so in the answer.
///
/// @param model to ask
/// @param shown kinds of evidence in the prompt
/// @param enumerated whether the schema lists the labels; false only for ablations
/// @param more labels admissible beside each cluster's candidates; empty but for the label space "ALL"
/// @param stabilityRuns how often a cluster that got an answer is asked again with its candidates in another order
/// @param budget how long all questions may take together
public record InferenceStage(
        LanguageModel model,
        Set<EvidenceKind> shown,
        boolean enumerated,
        List<String> more,
        int stabilityRuns,
        Duration budget) {

    public static final int MOST_STABILITY_RUNS = 10;

    private static final Duration DIGEST_PATIENCE = Duration.ofSeconds(5); // a listing is a matter of milliseconds

    /// @throws IllegalArgumentException unless 0 ≤ stabilityRuns ≤ 10 and the budget is positive
    public InferenceStage {
        shown = Set.copyOf(shown);
        more = List.copyOf(more);
        if (stabilityRuns < 0 || stabilityRuns > MOST_STABILITY_RUNS) {
            throw new IllegalArgumentException("stabilityRuns must be 0 to 10, not " + stabilityRuns);
        }
        if (!budget.isPositive()) {
            throw new IllegalArgumentException("the time budget must be positive, not " + budget);
        }
    }

    /// Without stability runs and time budget.
    public InferenceStage(LanguageModel model, Set<EvidenceKind> shown, boolean enumerated, List<String> more) {
        this(model, shown, enumerated, more, 0, TimeBudget.UNLIMITED);
    }

    /// Everything shown, candidates only.
    public InferenceStage(LanguageModel model) {
        this(model, EnumSet.allOf(EvidenceKind.class), true, List.of());
    }

    /// @param tissue as given by the user; null where not
    /// @return by cluster number, in the clusters' order; a cluster without candidates has none, as there is
    /// nothing to ask
    /// @throws java.util.concurrent.CancellationException if the watcher says so or the thread is interrupted; a
    /// call in progress is abandoned within a second
    /// @throws IllegalArgumentException if two clusters have one number
    public Map<Integer, ModelAnswer> ask(
            List<ClusterEvidence> clusters, @Nullable String tissue, ModelWatcher watcher) {
        return ask(clusters, tissue, watcher, new Breaker());
    }

    /// As [#ask(List, String, ModelWatcher)], for one of several passes over the same server.
    ///
    /// @param breaker what earlier passes have met
    public Map<Integer, ModelAnswer> ask(
            List<ClusterEvidence> clusters, @Nullable String tissue, ModelWatcher watcher, Breaker breaker) {
        return ask(clusters, tissue, watcher, breaker, System::nanoTime);
    }

    Map<Integer, ModelAnswer> ask(
            List<ClusterEvidence> clusters,
            @Nullable String tissue,
            ModelWatcher watcher,
            Breaker breaker,
            LongSupplier nanoTime) {
        Map<Integer, ModelAnswer> answers = new LinkedHashMap<>();
        int total = clusters.size() * (1 + stabilityRuns);
        int done = 0;
        try (AbandonableCall call = new AbandonableCall(watcher)) {
            var questions = new Questions(call, breaker, TimeBudget.from(budget, nanoTime), tissue);
            for (ClusterEvidence cluster : clusters) {
                watcher.check();
                if (!cluster.candidates().isEmpty()) {
                    ModelAnswer answer = questions.ask(cluster, Presentation.plain(cluster, shown));
                    if (answers.put(cluster.number(), answer) != null) {
                        throw new IllegalArgumentException("two clusters have the number " + cluster.number());
                    }
                    watcher.heard(cluster.number(), answer);
                }
                watcher.answered(++done, total);
            }
            for (ClusterEvidence cluster : stabilityRuns == 0 ? List.<ClusterEvidence>of() : clusters) {
                answers.computeIfPresent(cluster.number(), (_, answer) -> questions.withStability(cluster, answer));
                done += stabilityRuns;
                watcher.answered(done, total);
            }
        }
        return answers;
    }

    /// Which model has answered, as its answers name it. Where it wrote some and none of them knows its digest,
    /// it is asked for that once more: which model chose the labels has to be known, and its server did answer.
    ///
    /// @param answers of this stage
    /// @throws java.util.concurrent.CancellationException as [#ask(List, String, ModelWatcher)]
    public ModelIdentity identity(Collection<ModelAnswer> answers, ModelWatcher watcher) {
        return identity(model, answers, watcher, DIGEST_PATIENCE);
    }

    /// The same for answers that were asked for in several ways.
    ///
    /// @param model that gave them
    public static ModelIdentity identity(LanguageModel model, Collection<ModelAnswer> answers, ModelWatcher watcher) {
        return identity(model, answers, watcher, DIGEST_PATIENCE);
    }

    static ModelIdentity identity(
            LanguageModel model, Collection<ModelAnswer> answers, ModelWatcher watcher, Duration patience) {
        ModelIdentity named = answers.stream()
                .map(answer -> answer.record().model())
                .max(Comparator.comparing(identity -> identity.digest() != null)) // the first calls may have failed
                .orElse(new ModelIdentity(model.name(), null));
        if (named.digest() != null || answers.stream().noneMatch(ModelAnswer::isWritten)) {
            return named; // a server that hangs would cost a timeout more
        }
        try (AbandonableCall call = new AbandonableCall(watcher)) {
            ModelIdentity asked = call.result(model::identity, TimeBudget.from(patience, System::nanoTime)::isUsedUp);
            return asked == null ? named : asked;
        }
    }

    /// The questions of one pass.
    private final class Questions {

        private final AbandonableCall call;
        private final Breaker breaker;
        private final TimeBudget time;
        private final @Nullable String tissue;
        private final PromptTemplate template = new PromptTemplate(shown);
        private ModelIdentity identity = new ModelIdentity(model.name(), null);

        Questions(AbandonableCall call, Breaker breaker, TimeBudget time, @Nullable String tissue) {
            this.call = call;
            this.breaker = breaker;
            this.time = time;
            this.tissue = tissue;
        }

        ModelAnswer ask(ClusterEvidence cluster, List<Candidate> listed) {
            LabelSchema schema =
                    LabelSchema.of(listed.stream().map(Candidate::label).toList(), more, enumerated);
            Prompt prompt = template.write(cluster, listed, tissue, schema);
            if (time.isUsedUp()) {
                return time.refuse(identity, prompt);
            }
            if (breaker.isOpen()) {
                return breaker.refuse(prompt);
            }
            ModelAnswer answer = call.result(() -> model.choose(prompt, schema), time::isUsedUp);
            if (answer == null) {
                return time.refuse(identity, prompt);
            }
            identity = answer.record().model();
            return breaker.seen(checked(answer, schema));
        }

        /// An answer that does not hold needs no second opinion; runs end where the time does.
        ModelAnswer withStability(ClusterEvidence cluster, ModelAnswer answer) {
            if (answer.reason() != null) {
                return answer;
            }
            List<ModelAnswer> runs = new ArrayList<>();
            for (int run = 0; run < stabilityRuns && !time.isUsedUp(); run++) {
                call.check();
                ModelAnswer again = ask(cluster, Presentation.permuted(cluster, shown, run));
                if (TimeBudget.isCauseOf(again)) {
                    break;
                }
                runs.add(again);
            }
            return runs.isEmpty() ? answer : answer.with(answer.record().with(Stability.of(answer, runs)));
        }
    }

    /// @return whether an answer is none because the time budget was used up
    public static boolean ranOutOfTime(ModelAnswer answer) {
        return TimeBudget.isCauseOf(answer);
    }

    /// The last gate: whatever a model's adapter says, a label off the list is none.
    private static ModelAnswer checked(ModelAnswer answer, LabelSchema schema) {
        return answer instanceof ModelAnswer.Chose(String label, ModelRecord record)
                        && (!schema.labels().contains(label) || label.equals(LabelSchema.UNRESOLVED))
                ? new ModelAnswer.Unusable(LabelSchema.OFF_LIST, record)
                : answer;
    }
}
