package io.nanocell.pipeline;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.evidence.CandidateKnowledge;
import io.nanocell.ingest.XeniumBundle;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobStage;
import io.nanocell.simulation.SimulatedSection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Runs the demo's section through the street for many seeds and prints what came of it: `DemoSeeds [from] [to]`.
final class DemoSeeds {

    private static final StageWatcher UNWATCHED = new StageWatcher() {
        @Override
        public <T> T stage(JobStage stage, Supplier<T> work) {
            return work.get();
        }
    };

    private final Knowledge knowledge = new ReferenceConfiguration().knowledge("");
    private final SectionStreet street;
    private final MethodParameters method;

    DemoSeeds(boolean tissue) {
        var sources = new CandidateKnowledge(knowledge.types());
        var reference = new ReferenceLookup(knowledge, sources);
        street = new SectionStreet(
                knowledge,
                new Judgement(
                        knowledge,
                        sources,
                        _ -> {
                            throw new IllegalStateException("no model");
                        },
                        reference));
        var noModel = new JobParameters.Inference(false, null, null, null, null);
        method = new MethodParameters(
                new ParameterCompletion("none", knowledge, reference)
                        .complete(new JobParameters(null, null, null, null, null, null, null, null, noModel, null)),
                null,
                null);
    }

    public static void main(String[] arguments) throws Exception {
        int from = Integer.parseInt(arguments[0]);
        int to = Integer.parseInt(arguments[1]);
        boolean tissue = arguments.length > 2;
        var seeds = new DemoSeeds(tissue);
        for (int seed = from; seed <= to; seed++) {
            Path folder = Files.createTempDirectory("seed");
            var simulations = new Simulations(seeds.knowledge);
            SimulatedSection section = simulations.section(20_000, 380, seed);
            XeniumBundle bundle = simulations.write(section, folder);
            var method = new MethodParameters(
                    seeds.method.job(), tissue ? section.design().tissue() : null, null);
            seeds.report(seed, section, seeds.street.run(bundle, method, UNWATCHED));
        }
    }

    private void report(int seed, SimulatedSection simulated, AnnotatedSection section) {
        int niches = simulated.design().niches().size();
        int clusters = section.clustering().clusters();
        int[][] table = new int[niches][clusters + 1];
        int[] kept = section.dataset().keptCells();
        for (int r = 0; r < kept.length; r++) {
            table[simulated.nicheOfCell()[kept[r]]][section.clustering().cluster()[r]]++;
        }
        IO.println("seed " + seed + " tissue " + simulated.design().tissue() + " Q "
                + section.clustering().metrics().leidenQuality() + " ari " + SectionBench.ari(section, simulated));
        int right = 0;
        int pure = 0;
        for (int n = 0; n < niches; n++) {
            var niche = simulated.design().niches().get(n);
            StringBuilder line = new StringBuilder("  " + niche.name() + " [");
            niche.shares().stream().limit(3).forEach(s -> line.append(
                    " %s %.2f".formatted(s.type().name(), s.share())));
            line.append(" ] ->");
            for (int c = 0; c <= clusters; c++) {
                if (table[n][c] < 100) {
                    if (niche.name().startsWith("pure")) {
                        pure += table[n][c];
                    }
                    continue;
                }
                if (c == 0) {
                    line.append(" small:" + table[n][0]);
                    pure += niche.name().startsWith("pure") ? table[n][0] : 0;
                    continue;
                }
                AnnotatedCluster a = section.clusters().get(c - 1);
                line.append(" #%d %d %s %s %.2f het %s"
                        .formatted(
                                c,
                                table[n][c],
                                a.label(),
                                a.verdict(),
                                a.value(),
                                a.evidence().heterogeneity() == null
                                        ? "-"
                                        : "%.2f".formatted(a.evidence().heterogeneity())));
                if (niche.name().startsWith("pure")) {
                    pure += table[n][c];
                    String planted = niche.shares().getFirst().type().cellOntologyId();
                    String called = a.cellOntologyId();
                    if (called != null
                            && (called.equals(planted)
                                    || knowledge.types().ontology().isAncestor(called, planted))) {
                        right += table[n][c];
                    } else {
                        line.append(" WRONG " + a.reasons() + " " + a.runnerUps().stream()
                                .map(x -> x.label() + " " + x.value())
                                .limit(3)
                                .toList() + " lineages " + a.evidence().lineages().stream()
                                .map(x -> x.lineage() + " p " + x.pValueMax())
                                .limit(3)
                                .toList() + a.evidence().markers().top().stream()
                                .map(x -> x.gene())
                                .limit(12)
                                .toList());
                    }
                }
            }
            IO.println(line.toString());
        }
        IO.println("  pure right %d of %d = %.3f".formatted(right, pure, (double) right / pure));
    }
}
