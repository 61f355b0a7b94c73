package io.nanocell.pipeline;

import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelIdentity;
import io.nanocell.inference.ModelParameters;
import io.nanocell.results.Notice;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the model said to all clusters of a run.
///
/// @param model that was asked; null where it was switched off
/// @param byCluster answers by cluster number
record ModelAnswers(@Nullable ModelIdentity model, Map<Integer, ModelAnswer> byCluster) {

    /// Nobody was asked.
    static final ModelAnswers NONE = new ModelAnswers(null, Map.of());

    /// The model is named as the answers name it: asking a server that hangs for its digest would cost a timeout more.
    static ModelAnswers of(Map<Integer, ModelAnswer> answers, ModelParameters asked) {
        ModelIdentity model = answers.values().stream()
                .map(answer -> answer.record().model())
                .findFirst()
                .orElse(asked.name() == null ? null : new ModelIdentity(asked.name(), null));
        return new ModelAnswers(model, answers);
    }

    /// @return `MODEL_UNAVAILABLE` and `MODEL_UNUSABLE` with how many clusters went without, and why the first did
    List<Notice> notices() {
        Stream<Notice> unavailable = notice(
                "MODEL_UNAVAILABLE",
                "The language model gave no answer",
                byCluster.values().stream()
                        .filter(ModelAnswer.Unavailable.class::isInstance)
                        .map(a -> ((ModelAnswer.Unavailable) a).reason())
                        .toList());
        Stream<Notice> unusable = notice(
                "MODEL_UNUSABLE",
                "The language model gave no usable answer",
                byCluster.values().stream()
                        .filter(ModelAnswer.Unusable.class::isInstance)
                        .map(a -> ((ModelAnswer.Unusable) a).reason())
                        .toList());
        return Stream.concat(unavailable, unusable).toList();
    }

    private Stream<Notice> notice(String code, String what, List<String> reasons) {
        return reasons.isEmpty()
                ? Stream.empty()
                : Stream.of(new Notice(
                        code,
                        "%s for %d of %d clusters; they were decided by evidence alone. First reason: %s"
                                .formatted(what, reasons.size(), byCluster.size(), reasons.getFirst())));
    }
}
