package io.nanocell.inference.ollama;

import static io.nanocell.testing.EvidenceExample.candidate;
import static io.nanocell.testing.TinyOntology.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.inference.EvidenceKind;
import io.nanocell.inference.InferenceStage;
import io.nanocell.inference.LanguageModel;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelAnswer.Outcome;
import io.nanocell.inference.ModelParameters;
import io.nanocell.inference.ModelWatcher;
import io.nanocell.testing.Choice;
import io.nanocell.testing.EvidenceExample;
import io.nanocell.testing.FakeOllama;
import io.nanocell.testing.Fault;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole stage against a server.
@Timeout(30)
class InferenceOverOllamaTest {

    static final List<ClusterEvidence> CLUSTERS = IntStream.rangeClosed(1, 6)
            .mapToObj(i -> EvidenceExample.of(
                            candidate(HEPATOCYTE, 5, 0.01), candidate(T_CELL, 0.5, 0.2), candidate(B_CELL, i, 0.2))
                    .number(i)
                    .build())
            .toList();

    final FakeOllama ollama = FakeOllama.start();

    @AfterEach
    void stop() {
        ollama.close();
    }

    LanguageModel model(Duration timeout) {
        return OllamaConfiguration.models(new ModelProperties(FakeOllama.MODEL, timeout), ollama.baseUrl())
                .open(ModelParameters.DEFAULT);
    }

    @Test
    void letsTheModelPickOneCandidateEach() {
        ollama.choosing(Choice.worst());
        var answers = new InferenceStage(model(Duration.ofSeconds(10))).ask(CLUSTERS, "liver", ModelWatcher.NONE);
        assertThat(answers.values())
                .hasSize(6)
                .allSatisfy(answer -> assertThat(answer)
                        .isInstanceOfSatisfying(
                                ModelAnswer.Chose.class,
                                chose -> assertThat(chose.label()).isEqualTo("T cell")));
    }

    @Test
    void asksTheSameInEveryRun() {
        var stage = new InferenceStage(model(Duration.ofSeconds(10)));
        var once = stage.ask(CLUSTERS, "liver", ModelWatcher.NONE);
        var again = stage.ask(CLUSTERS, "liver", ModelWatcher.NONE);
        assertThat(ollama.chats().subList(0, 6)).isEqualTo(ollama.chats().subList(6, 12));
        assertThat(once.values().stream().map(a -> a.record().answer()))
                .containsExactlyElementsOf(
                        again.values().stream().map(a -> a.record().answer()).toList());
    }

    @Test
    void givesUpOnAHangingServerAfterThreeClusters() {
        ollama.failing(Fault.HANGS);
        var answers = new InferenceStage(model(Duration.ofMillis(300))).ask(CLUSTERS, "liver", ModelWatcher.NONE);
        assertThat(ollama.chats()).hasSize(3);
        assertThat(answers.values())
                .hasSize(6)
                .allSatisfy(answer ->
                        assertThat(answer.summary()).startsWith("UNAVAILABLE").contains("took too long"));
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY_BODY", "NULL_BODY", "NO_MESSAGE", "HTML", "BROKEN_JSON", "OTHER_SERVICE"})
    void givesUpOnAServerThatIsNoOllamaAfterThreeClusters(Fault fault) {
        ollama.failing(fault);
        var answers = new InferenceStage(model(Duration.ofSeconds(10))).ask(CLUSTERS, "liver", ModelWatcher.NONE);
        assertThat(ollama.chats()).hasSize(9); // three tries each
        assertThat(answers.values())
                .hasSize(6)
                .extracting(ModelAnswer::outcome)
                .startsWith(Outcome.UNUSABLE, Outcome.UNUSABLE, Outcome.UNUSABLE)
                .endsWith(Outcome.UNAVAILABLE, Outcome.UNAVAILABLE, Outcome.UNAVAILABLE);
        assertThat(Objects.requireNonNull(answers.get(6)).reason())
                .startsWith("not asked after 3 failures in a row, the last: the reply ");
    }

    @ParameterizedTest
    @EnumSource(names = {"EMPTY_CONTENT", "PROSE", "TRAILING_TEXT", "OFF_LIST", "CUT", "GIVES_UP"})
    void goesOnAskingAModelThatTalksNonsense(Fault fault) {
        ollama.failing(fault);
        var answers = new InferenceStage(model(Duration.ofSeconds(10))).ask(CLUSTERS, "liver", ModelWatcher.NONE);
        assertThat(ollama.chats()).hasSize(18); // three tries each
        assertThat(answers.values())
                .hasSize(6)
                .allSatisfy(answer -> assertThat(answer.outcome()).isEqualTo(Outcome.UNUSABLE));
    }

    @Test
    void learnsAtTheEndWhichModelItWasWhereItCouldNotBefore() {
        ollama.failingToList(1);
        var stage = new InferenceStage(model(Duration.ofSeconds(10)));
        var answers = stage.ask(CLUSTERS.subList(0, 1), "liver", ModelWatcher.NONE);
        assertThat(answers.values())
                .singleElement()
                .satisfies(
                        answer -> assertThat(answer.record().model().digest()).isNull());
        assertThat(stage.identity(answers.values(), ModelWatcher.NONE).digest()).startsWith("6ac20e3c");
        assertThat(ollama.listings()).isEqualTo(2);
    }

    @Test
    void survivesAServerThatStopsInTheMiddle() {
        var watcher = new ModelWatcher() {
            @Override
            public void check() {}

            @Override
            public void answered(int done, int clusters) {
                if (done == 2) {
                    ollama.down();
                }
            }
        };
        var answers = new InferenceStage(model(Duration.ofSeconds(10))).ask(CLUSTERS, "liver", watcher);
        assertThat(answers.values())
                .extracting(ModelAnswer::outcome)
                .containsExactly(
                        Outcome.CHOSE,
                        Outcome.CHOSE,
                        Outcome.UNAVAILABLE,
                        Outcome.UNAVAILABLE,
                        Outcome.UNAVAILABLE,
                        Outcome.UNAVAILABLE);
    }

    @Test
    void closesTheConnectionOfACancelledCall() {
        ollama.failing(Fault.DRIPS);
        var cancelledAt = new AtomicLong();
        ModelWatcher cancelled = () -> {
            if (!ollama.chats().isEmpty()) {
                cancelledAt.set(System.nanoTime());
                throw new CancellationException("the computation was cancelled");
            }
        };
        var stage = new InferenceStage(model(Duration.ofSeconds(25)));
        assertThatThrownBy(() -> stage.ask(CLUSTERS, "liver", cancelled)).isInstanceOf(CancellationException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - cancelledAt.get())).isLessThan(Duration.ofSeconds(2));
        org.awaitility.Awaitility.await().until(() -> ollama.abandoned() == 1); // so the server stops generating
    }

    @Test
    void measuresAModelWithoutTheList() {
        ollama.choosing(Choice.fixed("liver cell"));
        var free =
                new InferenceStage(model(Duration.ofSeconds(10)), EnumSet.of(EvidenceKind.MARKERS), false, List.of());
        assertThat(free.ask(CLUSTERS.subList(0, 1), "liver", ModelWatcher.NONE).values())
                .singleElement()
                .extracting(ModelAnswer::summary)
                .isEqualTo("UNUSABLE: the answer's label is not on the list");
    }

    @Test
    void admitsLabelsBesideTheCandidatesWhenAskedTo() {
        ollama.choosing(Choice.fixed("podocyte"));
        var all = new InferenceStage(
                model(Duration.ofSeconds(10)), EnumSet.allOf(EvidenceKind.class), true, List.of("podocyte", "T cell"));
        assertThat(all.ask(CLUSTERS.subList(0, 1), "liver", ModelWatcher.NONE).values())
                .singleElement()
                .extracting(ModelAnswer::summary)
                .isEqualTo("CHOSE");
    }
}
