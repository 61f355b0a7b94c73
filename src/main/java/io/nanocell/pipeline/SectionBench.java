package io.nanocell.pipeline;

import com.sun.management.OperatingSystemMXBean;
import io.nanocell.ingest.XeniumBundle;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobStage;
import io.nanocell.spatial.SpatialMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import smile.validation.metric.AdjustedRandIndex;

/// Runs a whole job on a synthetic section without HTTP, database and model, and measures each stage.
public final class SectionBench {

    /// What a stage took.
    ///
    /// @param wall seconds
    /// @param cpu seconds of all threads
    /// @param peak resident set of the process in bytes, highest so far; 0 where the platform does not tell
    public record StageFigures(String stage, double wall, double cpu, long peak) {}

    /// What a run came to.
    ///
    /// @param stages in order
    /// @param objective of the NMF
    /// @param quality RB quality Q of the partition
    /// @param ari adjusted Rand index of the clusters to the planted niches, over assessed cells
    /// @param clusters number of assessed clusters
    public record Figures(List<StageFigures> stages, double objective, double quality, double ari, int clusters) {

        public double wall() {
            return stages.stream().mapToDouble(StageFigures::wall).sum();
        }

        public double cpu() {
            return stages.stream().mapToDouble(StageFigures::cpu).sum();
        }
    }

    private final Knowledge knowledge;
    private final SectionStreet street;
    private final MethodParameters method;

    /// With the reference data that ship with the service and default parameters, the model switched off.
    public SectionBench() {
        this.knowledge = ReferenceConfiguration.knowledge("");
        var reference = new ReferenceLookup(knowledge);
        var judgement = new Judgement(
                knowledge,
                _ -> {
                    throw new IllegalStateException("a benchmark asks no model");
                },
                reference);
        this.street = new SectionStreet(knowledge, judgement);
        var noModel = new JobParameters.Inference(false, null, null, null, null);
        var parameters = new JobParameters(null, null, null, null, null, null, null, null, noModel, null);
        this.method = new MethodParameters(
                new ParameterCompletion("none", knowledge, reference).complete(parameters), null, null);
    }

    /// @param nicheOfCell what was planted, one number per cell of the section
    public Figures run(XeniumBundle bundle, int[] nicheOfCell) {
        var watcher = new Stopwatch();
        AnnotatedSection section = street.run(bundle, method, watcher);
        SpatialMetrics metrics = section.clustering().metrics();
        if (metrics == null) {
            throw new IllegalStateException("a simulated section brings no clusters along");
        }
        return new Figures(
                watcher.stages,
                metrics.objective(),
                metrics.leidenQuality(),
                ari(section, nicheOfCell),
                section.clustering().clusters());
    }

    static double ari(AnnotatedSection section, int[] nicheOfCell) {
        int[] kept = section.dataset().keptCells();
        int[] cluster = section.clustering().cluster();
        int[] rows = IntStream.range(0, kept.length).filter(r -> cluster[r] > 0).toArray();
        int[] found = Arrays.stream(rows).map(r -> cluster[r]).toArray();
        int[] truth = Arrays.stream(rows).map(r -> nicheOfCell[kept[r]]).toArray();
        return AdjustedRandIndex.of(truth, found);
    }

    private static final class Stopwatch implements StageWatcher {

        private static final OperatingSystemMXBean SYSTEM =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

        final List<StageFigures> stages = new ArrayList<>();

        @Override
        public <T> T stage(JobStage stage, Supplier<T> work) {
            long cpu = SYSTEM.getProcessCpuTime();
            long start = System.nanoTime();
            T output = work.get();
            stages.add(new StageFigures(
                    stage.name(), (System.nanoTime() - start) / 1e9, (SYSTEM.getProcessCpuTime() - cpu) / 1e9, peak()));
            return output;
        }

        /// Linux tells the peak of the resident set; other systems do not.
        private static long peak() {
            Path status = Path.of("/proc/self/status");
            if (Files.notExists(status)) {
                return 0;
            }
            try {
                return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
