package io.nanocell.inference.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.inference.LabelSchema;
import io.nanocell.inference.LanguageModel;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelAnswer.Outcome;
import io.nanocell.inference.ModelIdentity;
import io.nanocell.inference.ModelParameters;
import io.nanocell.inference.Prompt;
import io.nanocell.testing.Choice;
import io.nanocell.testing.FakeOllama;
import io.nanocell.testing.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@Timeout(30)
class OllamaLanguageModelTest {

    static final LabelSchema SCHEMA = new LabelSchema(
            List.of(
                    "T cell",
                    "CD4-positive, alpha-beta T cell",
                    "Müller cells",
                    "M2 \"like\" macrophage",
                    "Unresolved"),
            true);
    static final Prompt PROMPT = new Prompt("Choose one label.", "Tissue: liver. Markers: CD3E, CD2, TRAC.");

    final FakeOllama ollama = FakeOllama.start();

    @AfterEach
    void stop() {
        ollama.close();
    }

    LanguageModel model(ModelParameters parameters, Duration timeout) {
        return OllamaConfiguration.models(new ModelProperties(FakeOllama.MODEL, timeout), ollama.baseUrl())
                .open(parameters);
    }

    LanguageModel model() {
        return model(ModelParameters.DEFAULT, Duration.ofSeconds(20));
    }

    ModelAnswer ask() {
        return model().choose(PROMPT, SCHEMA);
    }

    @Test
    void sendsEverythingExplicitly() {
        ask();
        JsonNode request = ollama.chats().getFirst();
        assertThat(request.path("model").asString()).isEqualTo("qwen2.5:1.5b");
        assertThat(request.path("stream").asBoolean(true)).isFalse();
        assertThat(request.path("truncate").asBoolean(true)).isFalse();
        assertThat(request.path("shift").asBoolean(true)).isFalse();
        assertThat(request.path("options").properties())
                .extracting(option -> option.getKey() + " " + option.getValue())
                .containsExactlyInAnyOrder("temperature 0", "seed 7", "num_ctx 4096", "num_predict 128");
        assertThat(request.path("format").toString())
                .startsWith("{\"type\":\"object\",\"properties\":{\"label\":{\"type\":\"string\",\"enum\":[\"T cell\"");
        assertThat(request.path("messages").findValuesAsString("role")).containsExactly("system", "user");
        assertThat(request.path("messages").findValuesAsString("content"))
                .containsExactly(PROMPT.instructions(), PROMPT.evidence());
    }

    @Test
    void readsEveryLabel() {
        for (String label : SCHEMA.labels().subList(0, 4)) {
            ollama.choosing(Choice.fixed(label));
            assertThat(ask())
                    .isInstanceOfSatisfying(
                            ModelAnswer.Chose.class,
                            chose -> assertThat(chose.label()).isEqualTo(label));
        }
    }

    @Test
    void recordsTheCall() {
        var record = ask().record();
        assertThat(record.model().name()).isEqualTo("qwen2.5:1.5b");
        assertThat(record.model().digest()).startsWith("6ac20e3c");
        assertThat(record.prompt()).isEqualTo(PROMPT.text());
        assertThat(record.answer()).contains("\"T cell\"");
        assertThat(record.promptTokens()).isPositive();
        assertThat(record.answerTokens()).isPositive();
        assertThat(record.tries()).isEqualTo(1);
        assertThat(record.options()).containsEntry("num_ctx", 4096).containsEntry("promptTemplate", "2");
    }

    @Test
    void hearsTheModelAbstain() {
        ollama.choosing(Choice.abstain());
        assertThat(ask()).isInstanceOf(ModelAnswer.Abstained.class);
    }

    @ParameterizedTest
    @CsvSource({
        // fault, outcome, calls, part of the reason
        "MODEL_MISSING, UNAVAILABLE, 1, the model is not on the server",
        "RUNNER_DIED, UNAVAILABLE, 3, HTTP 500",
        "BUSY, UNAVAILABLE, 3, HTTP 503",
        "BAD_SCHEMA, UNAVAILABLE, 1, invalid JSON schema",
        "PROMPT_TOO_LONG, UNAVAILABLE, 1, longer than the model's context",
        "BREAKS_OFF, UNAVAILABLE, 3, broke",
        "FLOODS, UNAVAILABLE, 3, broke",
        "EMPTY_CONTENT, UNUSABLE, 3, empty",
        "EMPTY_BODY, UNUSABLE, 3, not Ollama's",
        "NULL_BODY, UNUSABLE, 3, not Ollama's",
        "NO_MESSAGE, UNUSABLE, 3, no message",
        "HTML, UNUSABLE, 3, not Ollama's",
        "BROKEN_JSON, UNUSABLE, 3, not Ollama's",
        "OTHER_SERVICE, UNUSABLE, 3, not Ollama's",
        "PROSE, UNUSABLE, 3, not JSON",
        "TRAILING_TEXT, UNUSABLE, 3, not JSON",
        "OFF_LIST, UNUSABLE, 3, not on the list",
        "CUT, UNUSABLE, 3, cut at num_predict",
        "GIVES_UP, UNUSABLE, 3, gave the answer up",
    })
    void saysWhatWentWrong(Fault fault, Outcome outcome, int calls, String reason) {
        ollama.failing(fault);
        ModelAnswer answer = ask();
        assertThat(answer.outcome()).isEqualTo(outcome);
        assertThat(answer.reason()).contains(reason);
        assertThat(answer.record().tries()).isEqualTo(calls);
        assertThat(ollama.chats()).hasSize(calls);
    }

    @Test
    void tellsAFaultOfTheServerFromOneOfThePrompt() {
        ollama.failing(Fault.PROMPT_TOO_LONG);
        assertThat(ask())
                .isInstanceOfSatisfying(
                        ModelAnswer.Unavailable.class,
                        a -> assertThat(a.serverAtFault()).isFalse());
        ollama.failing(Fault.MODEL_MISSING);
        assertThat(ask())
                .isInstanceOfSatisfying(
                        ModelAnswer.Unavailable.class,
                        a -> assertThat(a.serverAtFault()).isTrue());
    }

    /// @return temperature, seed and num_predict of every chat so far
    private List<String> options() {
        return ollama.chats().stream()
                .map(chat -> chat.path("options"))
                .map(o -> o.path("temperature") + " " + o.path("seed") + " " + o.path("num_predict"))
                .toList();
    }

    @Test
    void triesAgainWithMoreRoomWhereTheAnswerWasCut() {
        ollama.failing(Fault.CUT, 1);
        assertThat(ask()).isInstanceOf(ModelAnswer.Chose.class);
        assertThat(options()).containsExactly("0 7 128", "0.4 8 256");
    }

    @ParameterizedTest
    @EnumSource(names = {"OFF_LIST", "PROSE", "EMPTY_CONTENT", "GIVES_UP"})
    void triesAgainWithAnotherSeedAndWarmerWhereTheSameWouldComeAgain(Fault fault) {
        ollama.failing(fault, 2);
        ModelAnswer answer = ask();
        assertThat(options()).containsExactly("0 7 128", "0.4 8 128", "0.8 9 128");
        assertThat(answer).isInstanceOf(ModelAnswer.Chose.class);
        assertThat(answer.record().options()).containsEntry("temperature", 0.8).containsEntry("seed", 9);
        ollama.failing(fault, 2);
        ask();
        assertThat(ollama.chats().subList(3, 6)).isEqualTo(ollama.chats().subList(0, 3)); // the same tries each time
    }

    @ParameterizedTest
    @EnumSource(names = {"RUNNER_DIED", "BUSY", "BREAKS_OFF", "HTML"})
    void putsTheQuestionNoOtherwiseAfterAFailureOfTheServer(Fault fault) {
        ollama.failing(fault, 2);
        assertThat(ask()).isInstanceOf(ModelAnswer.Chose.class);
        assertThat(options()).containsExactly("0 7 128", "0 7 128", "0 7 128");
    }

    @Test
    void outlivesAFailureThatPasses() {
        ollama.failing(Fault.RUNNER_DIED, 2);
        assertThat(ask())
                .isInstanceOfSatisfying(
                        ModelAnswer.Chose.class,
                        chose -> assertThat(chose.record().tries()).isEqualTo(3));
    }

    @Test
    void noticesAPromptThatWasCutInSilence() {
        ollama.failing(Fault.PROMPT_CUT);
        Prompt prompt = new Prompt(PROMPT.instructions(), "CD3E CD2 TRAC ".repeat(100));
        ModelAnswer answer = model().choose(prompt, SCHEMA);
        assertThat(answer.summary()).isEqualTo("UNUSABLE: the server cut the prompt: it read 27 tokens");
        assertThat(ollama.chats()).hasSize(1);
    }

    /// A prompt of more tokens than estimated, so that the answer finds no room.
    private ModelAnswer askWithoutRoomForAnAnswer() {
        Prompt prompt = new Prompt(PROMPT.instructions(), "endothelial ".repeat(241));
        return model(new ModelParameters(null, 1000, 64, 7), Duration.ofSeconds(5))
                .choose(prompt, SCHEMA);
    }

    @Test
    void noticesThatPromptAndAnswerDoNotFit() {
        ModelAnswer answer = askWithoutRoomForAnAnswer();
        assertThat(answer.summary())
                .startsWith("UNUSABLE: prompt and answer do not fit num_ctx 1000: the prompt alone has 9");
        assertThat(ollama.chats()).hasSize(1); // another try has no more room
    }

    @Test
    void believesNoAnswerToAPromptThatWasDroppedMeanwhile() {
        ollama.failing(Fault.SHIFTS);
        assertThat(askWithoutRoomForAnAnswer().summary()).startsWith("UNUSABLE: prompt and answer do not fit");
    }

    @ParameterizedTest
    @CsvSource({"QWEN2.5:1.5B", "library/qwen2.5:1.5b", "registry.ollama.ai/library/qwen2.5:1.5b", "qwen2.5:1.5b:local"
    })
    void findsTheDigestOfAModelByAnyOfItsNames(String name) {
        ModelAnswer answer = model(ModelParameters.DEFAULT.with(name, null), Duration.ofSeconds(5))
                .choose(PROMPT, SCHEMA);
        assertThat(answer).isInstanceOf(ModelAnswer.Chose.class);
        assertThat(answer.record().model().digest()).startsWith("6ac20e3c");
    }

    /// @return the digests in the records of so many questions to one model
    private List<Boolean> knowsTheDigest(LanguageModel model, int questions) {
        return IntStream.range(0, questions)
                .mapToObj(_ -> model.choose(PROMPT, SCHEMA).record().model().digest() != null)
                .toList();
    }

    @Test
    void asksAgainForADigestThatCouldNotBeRead() {
        ollama.failingToList(2);
        assertThat(knowsTheDigest(model(), 6)).containsExactly(false, false, false, true, true, true);
        assertThat(ollama.listings()).isEqualTo(3); // after the first, second and fourth question
    }

    @Test
    void asksEverMoreRarelyForADigestThatCannotBeRead() {
        ollama.failingToList(Integer.MAX_VALUE);
        assertThat(knowsTheDigest(model(), 20)).containsOnly(false);
        assertThat(ollama.listings()).isEqualTo(5);
    }

    @Test
    void sendsNoPromptThatCannotFit() {
        Prompt prompt = new Prompt(PROMPT.instructions(), "HAMP AHSG SERPINC1 ".repeat(2000));
        ModelAnswer answer = model().choose(prompt, SCHEMA);
        assertThat(answer.reason()).contains("does not fit num_ctx 4096");
        assertThat(answer.record()).returns(0, r -> r.tries()).returns(prompt.text(), r -> r.prompt());
        assertThat(ollama.chats()).isEmpty();
    }

    @Test
    void answersAtOnceWhereNothingListens() {
        ollama.down();
        long start = System.nanoTime();
        ModelAnswer answer = ask();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(answer.summary()).isEqualTo("UNAVAILABLE: the model server cannot be reached");
        assertThat(answer.record().model()).isEqualTo(new ModelIdentity("qwen2.5:1.5b", null));
        assertThat(model().identity().digest()).isNull();
        ollama.up();
        assertThat(ask()).isInstanceOf(ModelAnswer.Chose.class);
    }

    @ParameterizedTest
    @CsvSource({"HANGS", "DRIPS"})
    void waitsNoLongerThanTheTimeout(Fault fault) {
        ollama.failing(fault);
        long start = System.nanoTime();
        ModelAnswer answer =
                model(ModelParameters.DEFAULT, Duration.ofSeconds(1)).choose(PROMPT, SCHEMA);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
        assertThat(answer.summary()).isEqualTo("UNAVAILABLE: the model server took too long");
        assertThat(ollama.chats()).hasSize(1); // a minute each is enough
    }

    @Test
    void letsGoWhenInterrupted() throws InterruptedException {
        ollama.failing(Fault.HANGS);
        var answers = new java.util.concurrent.LinkedBlockingQueue<ModelAnswer>();
        Thread caller = Thread.ofPlatform().start(() -> answers.add(ask()));
        while (ollama.chats().isEmpty()) {
            Thread.sleep(20);
        }
        caller.interrupt();
        assertThat(caller.join(Duration.ofSeconds(2))).isTrue();
        assertThat(answers.take().summary()).isEqualTo("UNAVAILABLE: the call was abandoned");
    }

    @Test
    void asksTheModelThatAJobNames() {
        ModelAnswer answer = model(ModelParameters.DEFAULT.with("other:7b", 2048), Duration.ofSeconds(5))
                .choose(PROMPT, SCHEMA);
        assertThat(answer.reason()).contains("the model is not on the server");
        assertThat(ollama.chats().getFirst().path("model").asString()).isEqualTo("other:7b");
        assertThat(ollama.chats().getFirst().path("options").path("num_ctx").asInt())
                .isEqualTo(2048);
        assertThat(answer.record().model()).isEqualTo(new ModelIdentity("other:7b", null));
    }

    @Test
    void countsWhatWasOffTheListBeforeOurCheck() {
        ollama.failing(Fault.OFF_LIST, 2);
        assertThat(ask())
                .isInstanceOfSatisfying(
                        ModelAnswer.Chose.class,
                        chose -> assertThat(chose.record().offList()).isEqualTo(2));
        ollama.choosing(Choice.fixed("a cell of no list"));
        ModelAnswer free = model().choose(PROMPT, new LabelSchema(SCHEMA.labels(), false));
        assertThat(free.summary()).isEqualTo("UNUSABLE: " + LabelSchema.OFF_LIST);
        assertThat(free.record()).returns(1, r -> r.tries()).returns(1, r -> r.offList()); // not asked again
    }

    @Test
    void loadsTheModelWithTheOptionsOfTheQuestions() {
        LanguageModel model = model();
        model.warmUp();
        model.choose(PROMPT, SCHEMA);
        JsonNode load = ollama.warmUps().getFirst();
        assertThat(load.path("messages")).isEmpty();
        assertThat(load.path("keep_alive").asString()).isEqualTo("30m");
        assertThat(load.path("options")).isEqualTo(ollama.chats().getFirst().path("options"));
        assertThat(ollama.chats()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"HANGS", "MODEL_MISSING", "RUNNER_DIED", "BREAKS_OFF", "FLOODS", "HTML", "NULL_BODY", "EMPTY_BODY"})
    void survivesAModelThatCannotBeLoaded(Fault fault) {
        ollama.failing(fault);
        model(ModelParameters.DEFAULT, Duration.ofSeconds(5)).warmUp(); // a busy machine takes a second to connect
        assertThat(ollama.warmUps()).hasSize(1);
        ollama.down();
        model().warmUp();
    }

    @Test
    void asksNoMoreThanTheServerIsToHaveAtATime() throws InterruptedException {
        ollama.taking(Duration.ofMillis(200));
        var models = OllamaConfiguration.models(
                new ModelProperties(FakeOllama.MODEL, Duration.ofSeconds(20), null, 2), ollama.baseUrl());
        try (var callers = java.util.concurrent.Executors.newFixedThreadPool(6)) {
            callers.invokeAll(java.util.Collections.nCopies(
                    6, () -> models.open(ModelParameters.DEFAULT).choose(PROMPT, SCHEMA)));
        }
        assertThat(ollama.chats()).hasSize(6);
        assertThat(ollama.mostAtOnce()).isEqualTo(2);
    }
}
