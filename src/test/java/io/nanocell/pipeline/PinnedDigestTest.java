package io.nanocell.pipeline;

import static io.nanocell.testing.EvidenceExample.candidate;
import static io.nanocell.testing.TinyOntology.HEPATOCYTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.inference.LabelSchema;
import io.nanocell.inference.LanguageModel;
import io.nanocell.inference.LanguageModels;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelIdentity;
import io.nanocell.inference.ModelParameters;
import io.nanocell.inference.ModelRecord;
import io.nanocell.inference.Prompt;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobStage;
import io.nanocell.results.ModelVersion;
import io.nanocell.results.Notice;
import io.nanocell.testing.EvidenceExample;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// `nanocell.model.digest`: a run says where the model that answered is another one, or may be.
class PinnedDigestTest {

    private static final String PINNED = "6ac20e3c29fd";
    private static final Knowledge KNOWLEDGE = ReferenceConfiguration.knowledge("");

    private static final StageWatcher UNWATCHED = new StageWatcher() {
        @Override
        public <T> T stage(JobStage stage, Supplier<T> work) {
            return work.get();
        }
    };

    /// A model whose answers know no digest.
    ///
    /// @param text what it writes; null where it is down
    /// @param digest that it tells when asked for it; null where it cannot be read
    private record Scripted(@Nullable String text, @Nullable String digest) implements LanguageModels, LanguageModel {

        @Override
        public LanguageModel open(ModelParameters parameters) {
            return this;
        }

        @Override
        public String pinnedDigest() {
            return PINNED;
        }

        @Override
        public ModelAnswer choose(Prompt prompt, LabelSchema schema) {
            var call = new ModelRecord(
                    new ModelIdentity(name(), null), prompt.text(), text, new TreeMap<>(), 1, 5, null, null);
            return text == null
                    ? new ModelAnswer.Unavailable("down", true, call)
                    : new ModelAnswer.Chose(schema.labels().getFirst(), call);
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public ModelIdentity identity() {
            return new ModelIdentity(name(), digest);
        }
    }

    private static ModelAnswers ask(Scripted model) {
        var reference = new ReferenceLookup(KNOWLEDGE);
        JobParameters parameters = new ParameterCompletion("scripted", KNOWLEDGE, reference)
                .complete(new JobParameters(null, null, null, null, null, null, null, null, null, null));
        return new Judgement(KNOWLEDGE, model, reference)
                .of(new MethodParameters(parameters, "liver", null), null)
                .ask(List.of(EvidenceExample.of(candidate(HEPATOCYTE, 5, 0.01)).build()), UNWATCHED);
    }

    @Test
    void aDigestThatTheAnswersDoNotKnowIsReadWhenTheRunEnds() {
        ModelAnswers answers = ask(new Scripted("{}", "sha256:" + PINNED + "00"));
        assertThat(answers.version()).isEqualTo(new ModelVersion("scripted", "sha256:" + PINNED + "00", "2"));
        assertThat(answers.notices()).isEmpty();
    }

    @Test
    void aModelOfAnotherDigestIsTold() {
        assertThat(ask(new Scripted("{}", "ffffffffffff")).notices())
                .singleElement()
                .isEqualTo(new Notice(
                        "MODEL_DIGEST",
                        "The language model scripted has the digest ffffffffffff, not the pinned 6ac20e3c29fd"
                                + " (nanocell.model.digest): its choices may differ from those of other jobs"));
    }

    @Test
    void aDigestThatCouldNotBeReadIsTold() {
        assertThat(ask(new Scripted("{}", null)).notices())
                .singleElement()
                .isEqualTo(new Notice(
                        "MODEL_DIGEST",
                        "The digest of the language model scripted could not be read, so nobody knows whether it is"
                                + " the pinned 6ac20e3c29fd (nanocell.model.digest): its choices may differ from"
                                + " those of other jobs"));
    }

    @Test
    void nothingIsSaidOfTheDigestOfAModelThatGaveNoAnswer() {
        ModelAnswers answers = ask(new Scripted(null, "ffffffffffff"));
        assertThat(answers.version()).isEqualTo(new ModelVersion("scripted", null, "2"));
        assertThat(answers.notices()).extracting(Notice::code).containsExactly("MODEL_UNAVAILABLE");
    }
}
