package io.nanocell.inference;

import static io.nanocell.testing.EvidenceExample.candidate;
import static io.nanocell.testing.TinyOntology.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.testing.EvidenceExample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InferenceStageTest {

    static final ModelRecord RECORD =
            new ModelRecord(new ModelIdentity("scripted", "abc"), "prompt", "answer", new TreeMap<>(), 1, 5, 700, 12);

    static ModelAnswer unavailable(boolean serverAtFault) {
        return new ModelAnswer.Unavailable("down", serverAtFault, RECORD);
    }

    /// A model that does as told, and counts.
    static final class Scripted implements LanguageModel {
        final List<Prompt> asked = new ArrayList<>();
        final BiFunction<Integer, LabelSchema, ModelAnswer> script;

        Scripted(BiFunction<Integer, LabelSchema, ModelAnswer> script) {
            this.script = script;
        }

        @Override
        public ModelAnswer choose(Prompt prompt, LabelSchema schema) {
            asked.add(prompt);
            return script.apply(asked.size(), schema);
        }

        @Override
        public String name() {
            return "scripted";
        }

        @Override
        public ModelIdentity identity() {
            return RECORD.model();
        }
    }

    static List<ClusterEvidence> clusters(int n) {
        return IntStream.rangeClosed(1, n)
                .mapToObj(i -> EvidenceExample.of(candidate(HEPATOCYTE, 5, 0.01), candidate(T_CELL, i, 0.2))
                        .number(i)
                        .build())
                .toList();
    }

    static Map<Integer, ModelAnswer> ask(LanguageModel model, List<ClusterEvidence> clusters) {
        return new InferenceStage(model).ask(clusters, "liver", ModelWatcher.NONE);
    }

    @Test
    void asksEachClusterInOrder() {
        var model = new Scripted(
                (n, schema) -> new ModelAnswer.Chose(schema.labels().getFirst(), RECORD));
        var answers = ask(model, clusters(4));
        assertThat(answers.keySet()).containsExactly(1, 2, 3, 4);
        assertThat(answers.values()).allSatisfy(a -> assertThat(a.summary()).isEqualTo("CHOSE"));
        assertThat(model.asked).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void asksNothingWhereThereIsNoCandidate() {
        var model = new Scripted((n, schema) -> new ModelAnswer.Abstained(RECORD));
        assertThat(ask(model, List.of(EvidenceExample.of().build()))).isEmpty();
        assertThat(model.asked).isEmpty();
    }

    @Test
    void believesNoAdapterThatLeavesTheList() {
        var liar = new Scripted((n, schema) -> new ModelAnswer.Chose(n == 1 ? "martian cell" : "Unresolved", RECORD));
        assertThat(ask(liar, clusters(2)).values())
                .allSatisfy(a -> assertThat(a).isInstanceOf(ModelAnswer.Unusable.class));
    }

    @Test
    void stopsAskingAServerThatIsDown() {
        var down = new Scripted((n, schema) -> unavailable(true));
        var answers = ask(down, clusters(50));
        assertThat(down.asked).hasSize(6); // 3, then one after 5, 10 and 20 that are not asked
        assertThat(answers).hasSize(50);
        ModelAnswer last = Objects.requireNonNull(answers.get(50));
        assertThat(last.summary()).isEqualTo("UNAVAILABLE: not asked after 6 failures in a row, the last: down");
        assertThat(last.record()).returns(0, ModelRecord::tries).returns(RECORD.model(), ModelRecord::model);
    }

    @Test
    void stopsAskingAServerThatIsNone() {
        var page = new Scripted((n, schema) -> new ModelAnswer.Unusable("a page", true, RECORD));
        var answers = ask(page, clusters(8));
        assertThat(page.asked).hasSize(3);
        assertThat(Objects.requireNonNull(answers.get(3)).summary()).isEqualTo("UNUSABLE: a page");
        assertThat(Objects.requireNonNull(answers.get(8)).summary())
                .isEqualTo("UNAVAILABLE: not asked after 3 failures in a row, the last: a page");
        var nonsense = new Scripted((n, schema) -> new ModelAnswer.Unusable("prose", RECORD));
        ask(nonsense, clusters(12));
        assertThat(nonsense.asked).hasSize(12);
    }

    @Test
    void takesNonsenseOfAModelForASignOfLife() {
        var shaky = new Scripted((n, schema) -> n % 3 == 0
                ? new ModelAnswer.Unusable("prose", RECORD)
                : new ModelAnswer.Unusable("a page", true, RECORD));
        ask(shaky, clusters(12));
        assertThat(shaky.asked).hasSize(12);
    }

    @Test
    void goesOnWithAServerThatHasComeBack() {
        var restarted = new Scripted((n, schema) -> n <= 3 ? unavailable(true) : new ModelAnswer.Abstained(RECORD));
        var answers = ask(restarted, clusters(12));
        assertThat(restarted.asked).hasSize(7); // the 9th cluster is the first that is tried again
        assertThat(answers.values())
                .extracting(ModelAnswer::outcome)
                .endsWith(
                        ModelAnswer.Outcome.UNAVAILABLE,
                        ModelAnswer.Outcome.ABSTAINED,
                        ModelAnswer.Outcome.ABSTAINED,
                        ModelAnswer.Outcome.ABSTAINED,
                        ModelAnswer.Outcome.ABSTAINED);
    }

    @Test
    void asksAgainInOtherOrdersWhereStabilityIsWanted() {
        var byPlace = new Scripted(
                (n, schema) -> new ModelAnswer.Chose(schema.labels().getFirst(), RECORD));
        var byName = new Scripted((n, schema) -> new ModelAnswer.Chose("T cell", RECORD));
        assertThat(stability(byPlace, 4)).returns(0.0, Stability::agreement).returns(4, Stability::runs);
        assertThat(stability(byName, 4)).isEqualTo(new Stability(1, List.of("T cell", "T cell", "T cell", "T cell")));
        var silent = new Scripted(
                (n, schema) -> n == 1 ? new ModelAnswer.Abstained(RECORD) : new ModelAnswer.Unusable("prose", RECORD));
        assertThat(stability(silent, 2)).returns(0.0, Stability::agreement);
        assertThat(silent.asked).hasSize(3);
    }

    @Test
    void asksForNoSecondOpinionOnAnAnswerThatDoesNotHold() {
        var prose = new Scripted((n, schema) -> new ModelAnswer.Unusable("prose", RECORD));
        var answers = stage(prose, 5, Duration.ofMinutes(1)).ask(clusters(2), "liver", ModelWatcher.NONE);
        assertThat(prose.asked).hasSize(2);
        assertThat(answers.values())
                .allSatisfy(a -> assertThat(a.record().stability()).isNull());
    }

    static Stability stability(LanguageModel model, int runs) {
        var answers = stage(model, runs, Duration.ofMinutes(1)).ask(clusters(1), "liver", ModelWatcher.NONE);
        return Objects.requireNonNull(
                Objects.requireNonNull(answers.get(1)).record().stability());
    }

    static InferenceStage stage(LanguageModel model, int stabilityRuns, Duration budget) {
        return new InferenceStage(
                model, java.util.EnumSet.allOf(EvidenceKind.class), true, List.of(), stabilityRuns, budget);
    }

    @Test
    void asksNoMoreWhenTheTimeIsUsedUp() {
        var clock = new java.util.concurrent.atomic.AtomicLong();
        var slow = new Scripted((n, schema) -> {
            clock.addAndGet(Duration.ofSeconds(4).toNanos());
            return new ModelAnswer.Abstained(RECORD);
        });
        var answers = stage(slow, 0, Duration.ofSeconds(10))
                .ask(clusters(6), "liver", ModelWatcher.NONE, new Breaker(), clock::get);
        assertThat(slow.asked).hasSize(3);
        assertThat(answers.values().stream().filter(InferenceStage::ranOutOfTime))
                .hasSize(3);
        assertThat(Objects.requireNonNull(answers.get(6)).summary())
                .isEqualTo("UNAVAILABLE: the time budget for the model was used up: 10 s");
    }

    @Test
    void givesUpACallThatOutlivesTheBudget() {
        var hanging = new Scripted((n, schema) -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException asHoped) {
                Thread.currentThread().interrupt();
            }
            return unavailable(true);
        });
        long start = System.nanoTime();
        var answers = stage(hanging, 2, Duration.ofMillis(500)).ask(clusters(3), "liver", ModelWatcher.NONE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(answers.values()).hasSize(3).allMatch(InferenceStage::ranOutOfTime);
        assertThat(Objects.requireNonNull(answers.get(1)).record().model().name())
                .isEqualTo("scripted");
    }

    /// A model that knows its digest, or hangs for ever, only when it is asked for it.
    private static LanguageModel telling(@Nullable ModelIdentity identity) {
        return new LanguageModel() {
            @Override
            public ModelAnswer choose(Prompt prompt, LabelSchema schema) {
                throw new IllegalStateException("nothing is asked");
            }

            @Override
            public String name() {
                return "late";
            }

            @Override
            public ModelIdentity identity() {
                if (identity != null) {
                    return identity;
                }
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException asHoped) {
                    Thread.currentThread().interrupt();
                }
                return new ModelIdentity("late", null);
            }
        };
    }

    private static ModelRecord record(@Nullable String answer) {
        return new ModelRecord(new ModelIdentity("late", null), "prompt", answer, new TreeMap<>(), 1, 5, null, null);
    }

    @Test
    void asksForTheDigestWhereTheAnswersDoNotKnowIt() {
        var known = new ModelIdentity("late", "abc");
        var stage = new InferenceStage(telling(known));
        assertThat(stage.identity(List.of(new ModelAnswer.Abstained(record("{}"))), ModelWatcher.NONE))
                .isEqualTo(known);
        assertThat(stage.identity(
                        List.of(unavailable(true), new ModelAnswer.Abstained(record("{}"))), ModelWatcher.NONE))
                .isEqualTo(RECORD.model()); // one of them does
    }

    @Test
    void asksNoServerForADigestThatGaveNoAnswer() {
        var stage = new InferenceStage(telling(null));
        var unknown = new ModelIdentity("late", null);
        assertThat(stage.identity(List.of(), ModelWatcher.NONE)).isEqualTo(unknown);
        assertThat(stage.identity(
                        List.of(
                                new ModelAnswer.Unavailable("down", true, record(null)),
                                new ModelAnswer.Unusable("a page", true, record(null))),
                        ModelWatcher.NONE))
                .isEqualTo(unknown);
    }

    @Test
    void waitsNotLongForADigest() {
        LanguageModel late = telling(null);
        var stage = new InferenceStage(late);
        List<ModelAnswer> answers = List.of(new ModelAnswer.Abstained(record("{}")));
        long start = System.nanoTime();
        assertThat(InferenceStage.identity(late, answers, ModelWatcher.NONE, Duration.ofMillis(300)))
                .isEqualTo(new ModelIdentity("late", null));
        assertThatThrownBy(() -> stage.identity(answers, () -> {
                    throw new CancellationException("the computation was cancelled");
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void refusesRunsAndBudgetsThatAreNone() {
        var model = new Scripted((n, schema) -> unavailable(true));
        assertThatThrownBy(() -> stage(model, 11, Duration.ofSeconds(1))).hasMessageContaining("not 11");
        assertThatThrownBy(() -> stage(model, 0, Duration.ZERO)).hasMessageContaining("PT0S");
    }

    @Test
    void goesOnAskingWhileOnlySomeFail() {
        var shaky = new Scripted((n, schema) -> n % 3 == 0 ? new ModelAnswer.Abstained(RECORD) : unavailable(true));
        ask(shaky, clusters(12));
        assertThat(shaky.asked).hasSize(12);
        var longPrompts = new Scripted((n, schema) -> unavailable(false));
        ask(longPrompts, clusters(12));
        assertThat(longPrompts.asked).hasSize(12);
    }

    @Test
    void abandonsACallInProgressWhenCancelled() throws InterruptedException {
        var entered = new CountDownLatch(1);
        var interrupted = new CountDownLatch(1);
        var hanging = new Scripted((n, schema) -> {
            entered.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException asHoped) {
                interrupted.countDown();
            }
            return unavailable(true);
        });
        ModelWatcher cancelled = () -> {
            if (entered.getCount() == 0) {
                throw new CancellationException("the computation was cancelled");
            }
        };
        long start = System.nanoTime();
        assertThatThrownBy(() -> new InferenceStage(hanging).ask(clusters(2), "liver", cancelled))
                .isInstanceOf(CancellationException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(interrupted.await(2, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void endsWhenItsThreadIsInterrupted() {
        var model = new Scripted((n, schema) -> new ModelAnswer.Abstained(RECORD));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> ask(model, clusters(1))).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void tellsHowFarItIs() {
        var model = new Scripted((n, schema) -> new ModelAnswer.Abstained(RECORD));
        List<String> heard = new ArrayList<>();
        var watcher = new ModelWatcher() {
            @Override
            public void check() {}

            @Override
            public void answered(int done, int clusters) {
                heard.add(done + "/" + clusters);
            }
        };
        new InferenceStage(model).ask(clusters(3), null, watcher);
        assertThat(heard).containsExactly("1/3", "2/3", "3/3");
    }

    @Test
    void refusesTwoClustersOfOneNumber() {
        var model = new Scripted((n, schema) -> new ModelAnswer.Abstained(RECORD));
        List<ClusterEvidence> twins =
                List.of(clusters(1).getFirst(), clusters(1).getFirst());
        assertThatThrownBy(() -> ask(model, twins)).hasMessageContaining("two clusters have the number 1");
    }

    @Test
    void passesADefectOfTheAdapterOn() {
        var broken = new Scripted((n, schema) -> {
            throw new IllegalStateException("a defect");
        });
        assertThatThrownBy(() -> ask(broken, clusters(1))).hasMessage("a defect");
    }
}
