package io.nanocell.evidence;

import static java.util.Objects.requireNonNull;

import io.nanocell.reference.LabelSpace;
import io.nanocell.reference.ReferenceKnowledge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Seconds of what a start and a job wait for, each once in a fresh JVM: reading the reference, and 1,000 lists of ten
/// genes against the whole label space with chance measured.
///
/// `mvn test-compile exec:exec@jmh -Djmh="Ranking -p official=FOLDER"` for the official files.
@State(Scope.Benchmark)
@Fork(
        value = 3,
        jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx300m"})
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class RankingBenchmark {

    private static final String SHIPPED = "shipped";
    private static final int LISTS = 1000;
    private static final int GENES = 10;

    @Param(SHIPPED)
    String official = SHIPPED;

    /// What ranking needs, read before its clock starts.
    @State(Scope.Benchmark)
    public static class Loaded {

        private @Nullable CandidateKnowledge knowledge;
        private @Nullable LabelSpace space;
        private List<ClusterMarkers> lists = List.of();

        @Setup
        public void draw(RankingBenchmark benchmark) {
            ReferenceKnowledge reference = benchmark.load();
            knowledge = new CandidateKnowledge(reference);
            space = LabelSpace.of(reference, LabelSpace.Request.ofTissue(null));
            List<String> genes = new ArrayList<>(reference.database().lists().stream()
                    .flatMap(list -> list.weights().keySet().stream())
                    .distinct()
                    .sorted()
                    .toList());
            var random = new Random(1);
            List<ClusterMarkers> drawn = new ArrayList<>();
            for (int list = 1; list <= LISTS; list++) {
                Collections.shuffle(genes, random);
                drawn.add(MarkerStage.ofList(
                        list, genes.stream().limit(GENES).map(MarkerGene::named).toList()));
            }
            lists = drawn;
        }
    }

    @Benchmark
    public ReferenceKnowledge load() {
        return ReferenceKnowledge.load(official.equals(SHIPPED) ? null : Path.of(official));
    }

    @Benchmark
    public List<CandidateEvidence> rank(Loaded loaded) {
        return new CandidateStage(
                        requireNonNull(loaded.knowledge),
                        requireNonNull(loaded.space),
                        null,
                        CandidateParameters.DEFAULT)
                .rank(loaded.lists);
    }
}
