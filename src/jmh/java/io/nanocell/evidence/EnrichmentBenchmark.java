package io.nanocell.evidence;

import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.GoReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/// Milliseconds, the first call of a fresh JVM counts: reading the shipped tables, and on top of that 30 clusters of
/// 200 study genes each on a panel of 5,000.
@Fork(1)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 3)
public class EnrichmentBenchmark {

    private static final GeneSymbols SYMBOLS = new GeneSymbols(Set.of(), Map.of());
    private static final int PANEL = 5000;
    private static final int CLUSTERS = 30;
    private static final int STUDY = 200;

    @Benchmark
    public GoReference load() {
        return GoReference.load(null, SYMBOLS);
    }

    @Benchmark
    public List<Enrichment> loadAndExplain() {
        GoReference go = GoReference.load(null, SYMBOLS);
        var random = new Random(1);
        List<String> genes = new ArrayList<>(go.annotations().genes());
        Collections.shuffle(genes, random);
        List<String> panel = genes.subList(0, PANEL);
        PanelEnrichment enrichment = new EnrichmentStage().on(go, panel);
        List<Enrichment> found = new ArrayList<>();
        for (int cluster = 1; cluster <= CLUSTERS; cluster++) {
            List<String> study = new ArrayList<>(panel);
            Collections.shuffle(study, random);
            List<MarkerGene> markers =
                    study.subList(0, STUDY).stream().map(MarkerGene::named).toList();
            found.add(enrichment.explain(MarkerStage.ofList(cluster, markers)));
        }
        return found;
    }
}
