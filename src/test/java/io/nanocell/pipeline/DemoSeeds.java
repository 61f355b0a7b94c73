package io.nanocell.pipeline;

import io.nanocell.ingest.XeniumBundle;
import io.nanocell.ingest.XeniumSection;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobStage;
import io.nanocell.simulation.SimulatedSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Runs the demo's section through the street for many seeds: `DemoSeeds from to [tissue] [shuffle] [--verbose]`.
///
/// With `tissue` the section's tissue is given; with `shuffle` the panel's gene names are dealt anew among its genes,
/// so that every name that looks sure is wrong.
final class DemoSeeds {

    private static final int CELLS = 20_000;
    private static final int GENES = 380;

    private static final StageWatcher UNWATCHED = new StageWatcher() {
        @Override
        public <T> T stage(JobStage stage, Supplier<T> work) {
            return work.get();
        }
    };

    private final Knowledge knowledge = ReferenceConfiguration.knowledge("");
    private final Simulations simulations = new Simulations(knowledge);
    private final SectionStreet street;
    private final JobParameters parameters;

    DemoSeeds() {
        var reference = new ReferenceLookup(knowledge);
        street = new SectionStreet(
                knowledge,
                new Judgement(
                        knowledge,
                        _ -> {
                            throw new IllegalStateException("no model is asked");
                        },
                        reference));
        var noModel = new JobParameters.Inference(false, null, null, null, null);
        parameters = new ParameterCompletion("none", knowledge, reference)
                .complete(new JobParameters(null, null, null, null, null, null, null, null, noModel, null));
    }

    /// @param tissue whether the section's tissue is given
    /// @param shuffle whether the genes' names are dealt anew
    DemoOutcome run(long seed, boolean tissue, boolean shuffle) throws IOException {
        SimulatedSection simulated = simulations.section(CELLS, GENES, seed);
        if (shuffle) {
            simulated = shuffled(simulated, seed);
        }
        Path folder = Files.createTempDirectory("demo-seed");
        try {
            XeniumBundle bundle = simulations.write(simulated, folder);
            var method =
                    new MethodParameters(parameters, tissue ? simulated.design().tissue() : null, null);
            AnnotatedSection section = street.run(bundle, method, UNWATCHED);
            return DemoOutcome.of(simulated, section, knowledge.types().ontology());
        } finally {
            delete(folder);
        }
    }

    private static SimulatedSection shuffled(SimulatedSection simulated, long seed) {
        XeniumSection section = simulated.section();
        List<String> names = new ArrayList<>(section.genes());
        Collections.shuffle(names, new Random(seed));
        var renamed = new XeniumSection(
                section.cellIds(),
                section.x(),
                section.y(),
                section.geneIds(),
                names,
                section.counts(),
                section.controlNames(),
                section.controls(),
                section.otherFeatures(),
                section.species(),
                section.panelName(),
                section.groups(),
                section.notices());
        return new SimulatedSection(
                renamed,
                simulated.design(),
                simulated.panel(),
                simulated.types(),
                simulated.typeOfCell(),
                simulated.nicheOfCell(),
                simulated.parameters());
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = new ArrayList<>(walk.toList());
        }
        for (Path file : files.reversed()) { // what is in a folder before the folder
            Files.delete(file);
        }
    }

    public static void main(String[] arguments) throws IOException {
        int from = Integer.parseInt(arguments[0]);
        int to = Integer.parseInt(arguments[1]);
        Set<String> options = Set.copyOf(List.of(arguments).subList(2, arguments.length));
        var seeds = new DemoSeeds();
        int mixedRight = 0;
        int pureRight = 0;
        int withoutHigh = 0;
        double right = 0;
        double pure = 0;
        double least = 1;
        for (int seed = from; seed <= to; seed++) {
            DemoOutcome outcome = seeds.run(seed, options.contains("tissue"), options.contains("shuffle"));
            IO.println("seed %d: pure %.3f, mixed %s %s, HIGH %d, ARI %.3f"
                    .formatted(
                            seed,
                            outcome.purity(),
                            outcome.mixedRight() ? "right" : "WRONG",
                            outcome.mixed(),
                            outcome.high(),
                            outcome.ari()));
            if (options.contains("--verbose")) {
                outcome.detail().forEach(line -> IO.println("  " + line));
            }
            mixedRight += outcome.mixedRight() ? 1 : 0;
            pureRight += outcome.purity() >= 0.9 ? 1 : 0;
            withoutHigh += outcome.high() == 0 ? 1 : 0;
            right += outcome.right();
            pure += outcome.pure();
            least = Math.min(least, outcome.ari());
        }
        IO.println("%d seeds: mixed right in %d, pure %.3f of cells (>= 0.9 in %d), no HIGH in %d, least ARI %.3f"
                .formatted(to - from + 1, mixedRight, right / pure, pureRight, withoutHigh, least));
    }
}
