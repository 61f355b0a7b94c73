package io.nanocell.inference;

import io.nanocell.evidence.Candidate;
import io.nanocell.evidence.ClusterEvidence;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks the model about each cluster, one after the other in the clusters' order: a model of this size fills the
/// cores, and its prefix cache serves the fixed text best that way.
///
/// A model that is down costs a job its opinion, never the job: after three answers in a row that are
/// `Unavailable` by the server's fault the rest is not asked, and says so.
///
/// @param model to ask
/// @param shown kinds of evidence in the prompt
/// @param enumerated whether the schema lists the labels; false only for ablations
/// @param more labels admissible beside each cluster's candidates; empty but for the label space "ALL"
public record InferenceStage(LanguageModel model, Set<EvidenceKind> shown, boolean enumerated, List<String> more) {

    public InferenceStage {
        shown = Set.copyOf(shown);
        more = List.copyOf(more);
    }

    /// Everything shown, candidates only.
    public InferenceStage(LanguageModel model) {
        this(model, EnumSet.allOf(EvidenceKind.class), true, List.of());
    }

    /// @param tissue as given by the user; null where not
    /// @return by cluster number, in the clusters' order; a cluster without candidates has none, as there is
    /// nothing to
    /// ask
    /// @throws java.util.concurrent.CancellationException if the watcher says so or the thread is interrupted; a
    /// call in
    /// progress is abandoned within a second
    /// @throws IllegalArgumentException if two clusters have one number
    public Map<Integer, ModelAnswer> ask(
            List<ClusterEvidence> clusters, @Nullable String tissue, ModelWatcher watcher) {
        Map<Integer, ModelAnswer> answers = new LinkedHashMap<>();
        PromptTemplate template = new PromptTemplate(shown);
        Breaker breaker = new Breaker();
        int done = 0;
        try (AbandonableCall call = new AbandonableCall(watcher)) {
            for (ClusterEvidence cluster : clusters) {
                watcher.check();
                if (!cluster.candidates().isEmpty()) {
                    LabelSchema schema = schema(cluster);
                    Prompt prompt = template.write(cluster, tissue, schema);
                    ModelAnswer answer = breaker.isOpen()
                            ? breaker.refuse(prompt)
                            : breaker.seen(checked(call.result(() -> model.choose(prompt, schema)), schema));
                    if (answers.put(cluster.number(), answer) != null) {
                        throw new IllegalArgumentException("two clusters have the number " + cluster.number());
                    }
                }
                watcher.answered(++done, clusters.size());
            }
        }
        return answers;
    }

    private LabelSchema schema(ClusterEvidence cluster) {
        List<String> labels =
                cluster.candidates().stream().map(Candidate::label).toList();
        return LabelSchema.of(labels, more, enumerated);
    }

    /// The last gate: whatever a model's adapter says, a label off the list is none.
    private static ModelAnswer checked(ModelAnswer answer, LabelSchema schema) {
        return answer instanceof ModelAnswer.Chose(String label, ModelRecord record)
                        && (!schema.labels().contains(label) || label.equals(LabelSchema.UNRESOLVED))
                ? new ModelAnswer.Unusable(LabelSchema.OFF_LIST, record)
                : answer;
    }
}
