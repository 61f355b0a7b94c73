package io.nanocell.pipeline;

import io.nanocell.inference.InferenceStage;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelIdentity;
import io.nanocell.inference.Prompt;
import io.nanocell.results.ModelVersion;
import io.nanocell.results.Notice;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the model said to all clusters of a run.
///
/// @param model that was asked; null where it was switched off
/// @param byCluster answers by cluster number
/// @param pinnedDigest that the model must have; null where none is pinned
record ModelAnswers(
        @Nullable ModelIdentity model,
        Map<Integer, ModelAnswer> byCluster,
        @Nullable String pinnedDigest) {

    /// Nobody was asked.
    static final ModelAnswers NONE = new ModelAnswers(null, Map.of(), null);

    /// @return the model as provenance names it
    @Nullable
    ModelVersion version() {
        return model == null ? null : new ModelVersion(model.name(), model.digest(), Prompt.TEMPLATE_VERSION);
    }

    /// @return `MODEL_UNAVAILABLE`, `MODEL_TIME_BUDGET` and `MODEL_UNUSABLE` with how many clusters went without,
    /// and why the first did; `MODEL_DIGEST` where another model answered than the pinned one, or one whose
    /// digest could not be read
    List<Notice> notices() {
        Stream<Notice> unavailable = notice(
                "MODEL_UNAVAILABLE",
                "The language model gave no answer",
                byCluster.values().stream()
                        .filter(ModelAnswer.Unavailable.class::isInstance)
                        .filter(a -> !InferenceStage.ranOutOfTime(a))
                        .map(a -> ((ModelAnswer.Unavailable) a).reason())
                        .toList());
        Stream<Notice> late = notice(
                "MODEL_TIME_BUDGET",
                "The language model was not asked any more",
                byCluster.values().stream()
                        .filter(InferenceStage::ranOutOfTime)
                        .map(a -> ((ModelAnswer.Unavailable) a).reason())
                        .toList());
        Stream<Notice> unusable = notice(
                "MODEL_UNUSABLE",
                "The language model gave no usable answer",
                byCluster.values().stream()
                        .filter(ModelAnswer.Unusable.class::isInstance)
                        .map(a -> ((ModelAnswer.Unusable) a).reason())
                        .toList());
        return Stream.of(unavailable, late, unusable, digest())
                .flatMap(notices -> notices)
                .toList();
    }

    private Stream<Notice> digest() {
        return model == null
                ? Stream.empty()
                : PinnedDigest.notice(model, byCluster.values().stream().anyMatch(ModelAnswer::isWritten), pinnedDigest)
                        .stream();
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
