package io.nanocell.pipeline;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.evidence.MarkerGene;
import io.nanocell.ingest.XeniumBundle;
import io.nanocell.results.JobStage;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Prints what the domains of a bundle consist of: `Composition FOLDER [TISSUE]`. The model is not asked.
final class Composition {

    private static final StageWatcher TIMED = new StageWatcher() {
        @Override
        public <T> T stage(JobStage stage, Supplier<T> work) {
            long start = System.nanoTime();
            T output = work.get();
            IO.println("%-10s %.2f s".formatted(stage, (System.nanoTime() - start) / 1e9));
            return output;
        }
    };

    private Composition() {}

    public static void main(String[] arguments) {
        var street = new StreetForTests();
        AnnotatedSection section = street.street()
                .run(
                        XeniumBundle.inFolder(Path.of(arguments[0])),
                        street.method(arguments.length > 1 ? arguments[1] : null),
                        TIMED);
        CellCalls calls = CellCalls.of(section);
        for (AnnotatedCluster cluster : section.clusters()) {
            int number = cluster.evidence().number();
            int cells = calls.composition(number).stream()
                    .mapToInt(share -> share.cells())
                    .sum();
            IO.println("%d: %,d cells, %s %s %.2f, heterogeneity %s, leakage %s %s %s"
                    .formatted(
                            number,
                            cells,
                            cluster.label(),
                            cluster.verdict(),
                            cluster.value(),
                            rounded(cluster.evidence().heterogeneity()),
                            rounded(cluster.evidence().leakage()),
                            cluster.reasons(),
                            cluster.evidence().markers().top().stream()
                                    .limit(10)
                                    .map(MarkerGene::gene)
                                    .toList()));
            calls.composition(number)
                    .forEach(share -> IO.println("   %5.1f %% %,7d %s (%s)"
                            .formatted(100 * share.share(), share.cells(), share.label(), share.lineage())));
        }
    }

    private static String rounded(@Nullable Double value) {
        return value == null ? "-" : "%.2f".formatted(value);
    }
}
