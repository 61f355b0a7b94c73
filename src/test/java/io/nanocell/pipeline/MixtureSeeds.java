package io.nanocell.pipeline;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.confidence.Verdict;
import io.nanocell.evidence.CalledType;
import io.nanocell.evidence.CandidateKnowledge;
import io.nanocell.ingest.SpatialDataset;
import io.nanocell.ingest.XeniumSection;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobStage;
import io.nanocell.simulation.DemoDesign;
import io.nanocell.simulation.Niche;
import io.nanocell.simulation.NicheKind;
import io.nanocell.simulation.SectionDesign;
import io.nanocell.simulation.SectionSimulator;
import io.nanocell.simulation.SimulatedSection;
import io.nanocell.simulation.SimulatedType;
import io.nanocell.spatial.SpatialStage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Mixtures of two lineages through the street with the planted niches as clusters: `MixtureSeeds from to [tissue]
/// [random] [shuffle] [cells=N] [depth=N] [--verbose]`.
final class MixtureSeeds {

    private static final int GENES = 380;
    private static final StageWatcher UNWATCHED = new StageWatcher() {
        @Override
        public <T> T stage(JobStage stage, Supplier<T> work) {
            return work.get();
        }
    };

    private final Knowledge knowledge = new ReferenceConfiguration().knowledge("");
    private final Collection<SimulatedType> types = KnownTypes.of(knowledge);
    private final Collection<String> neutral = KnownTypes.neutralGenes(knowledge);
    private final SectionStreet street;
    private final JobParameters parameters;
    private final Set<String> options;
    int mixed;
    int mixedRight;
    int pure;
    int pureWrong;
    int within;
    final Map<NicheKind, int[]> cellCounts = new TreeMap<>();
    final Map<String, Integer> confusion = new TreeMap<>();

    MixtureSeeds(Set<String> options) {
        this.options = options;
        var sources = new CandidateKnowledge(knowledge.types());
        var reference = new ReferenceLookup(knowledge, sources);
        street = new SectionStreet(
                knowledge,
                new Judgement(
                        knowledge,
                        sources,
                        _ -> {
                            throw new IllegalStateException("no model is asked");
                        },
                        reference));
        var noModel = new JobParameters.Inference(false, null, null, null, null);
        parameters = new ParameterCompletion("none", knowledge, reference)
                .complete(new JobParameters(null, null, null, null, null, null, null, null, noModel, null));
    }

    private int number(String name, int otherwise) {
        return options.stream()
                .filter(o -> o.startsWith(name + "="))
                .mapToInt(o -> Integer.parseInt(o.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }

    void run(long seed) {
        SectionDesign design = options.contains("random") ? random(seed) : new DemoDesign(seed).choose(types);
        SectionSimulator usual = SectionSimulator.of(number("cells", 8000), GENES, seed);
        SectionSimulator simulator = new SectionSimulator(
                usual.cells(),
                usual.genes(),
                seed,
                number("depth", 150),
                usual.ambient(),
                usual.leak(),
                usual.lowQuality(),
                usual.density(),
                usual.controlProbes(),
                usual.controlCodewords());
        SimulatedSection simulated = simulator.simulate(design, neutral);
        var method = new MethodParameters(parameters, options.contains("tissue") ? design.tissue() : null, null);
        XeniumSection section = options.contains("shuffle") ? shuffled(simulated, seed) : simulated.section();
        SpatialDataset dataset = method.cellFilter().apply(section, knowledge.types().symbols());
        List<String> niches = Arrays.stream(dataset.keptCells())
                .mapToObj(cell -> design.niches().get(simulated.nicheOfCell()[cell]).name())
                .toList();
        AnnotatedSection annotated =
                street.annotate(dataset, SpatialStage.ofGroups(dataset, new ArrayList<>(niches), 20), method, UNWATCHED);
        int[][] truth = new int[annotated.clusters().size() + 1][simulated.types().size()];
        List<CalledType> called = annotated.cells().types();
        for (int r = 0; r < dataset.cells(); r++) {
            int planted = simulated.typeOfCell()[dataset.keptCells()[r]];
            int cluster = annotated.clustering().cluster()[r];
            truth[cluster][planted]++;
            SimulatedType type = simulated.types().get(planted);
            int c = annotated.cells().typeOfCell()[r];
            NicheKind kind = design.niches().get(simulated.nicheOfCell()[dataset.keptCells()[r]]).kind();
            int[] count = cellCounts.computeIfAbsent(kind, _ -> new int[5]);
            count[0]++;
            if (c >= 0) {
                count[1]++;
                String id = called.get(c).cellOntologyId();
                count[2] += id.equals(type.cellOntologyId()) ? 1 : 0;
                count[3] += knowledge.types().ontology().onOnePath(id, type.cellOntologyId()) ? 1 : 0;
                count[4] += called.get(c).lineage().equals(type.lineage()) ? 1 : 0;
                if (!called.get(c).lineage().equals(type.lineage())) {
                    confusion.merge(type.name() + " (" + type.lineage() + ") as " + called.get(c).label(), 1, Integer::sum);
                }
            }
        }
        for (AnnotatedCluster cluster : annotated.clusters()) {
            Niche niche = design.niches().stream()
                    .filter(n -> n.name().equals(cluster.evidence().name()))
                    .findFirst()
                    .orElseThrow();
            boolean heterogeneous = cluster.verdict() == Verdict.HETEROGENEOUS;
            boolean wrong = false;
            if (niche.kind() == NicheKind.MIXED) {
                mixed++;
                mixedRight += heterogeneous ? 1 : 0;
                wrong = !heterogeneous;
                double off = worst(niche, annotated, cluster.evidence().number(), truth[cluster.evidence().number()], simulated);
                within += off <= 0.1 ? 1 : 0;
                wrong |= off > 0.1;
            } else if (niche.kind() == NicheKind.PURE) {
                pure++;
                pureWrong += heterogeneous ? 1 : 0;
                wrong = heterogeneous;
            }
            if (wrong || options.contains("--verbose")) {
                IO.println("  seed %d %s".formatted(seed, describe(niche, cluster)));
            }
        }
    }

    /// @return greatest difference of a lineage's share among the cells from the planted one
    private static double worst(
            Niche niche, AnnotatedSection annotated, int cluster, int[] planted, SimulatedSection simulated) {
        Map<String, Double> off = new HashMap<>();
        double cells = IntStream.of(planted).sum();
        for (int t = 0; t < planted.length; t++) {
            off.merge(simulated.types().get(t).lineage(), planted[t] / cells, Double::sum);
        }
        for (int t = 0; t < annotated.cells().types().size(); t++) {
            off.merge(
                    annotated.cells().types().get(t).lineage(),
                    -annotated.cells().cellsOfType()[cluster][t + 2] / cells,
                    Double::sum);
        }
        return off.values().stream().mapToDouble(Math::abs).max().orElse(1);
    }

    private String describe(Niche niche, AnnotatedCluster cluster) {
        Double heterogeneity = cluster.evidence().heterogeneity();
        return "%s %s -> %s %s %.2f het %s lineages %s".formatted(
                niche.kind(),
                niche.shares().stream()
                        .filter(s -> s.share() > 0.1)
                        .map(s -> "%s (%s) %.2f".formatted(s.type().name(), s.type().lineage(), s.share()))
                        .toList(),
                cluster.label(),
                cluster.verdict(),
                cluster.value(),
                heterogeneity == null ? "-" : "%.2f".formatted(heterogeneity),
                cluster.evidence().lineages().stream()
                        .map(l -> "%s p %.3f (%d)".formatted(l.lineage(), l.pValueMax(), l.genes().size()))
                        .toList());
    }

    private static XeniumSection shuffled(SimulatedSection simulated, long seed) {
        XeniumSection section = simulated.section();
        List<String> names = new ArrayList<>(section.genes());
        Collections.shuffle(names, new Random(seed));
        return new XeniumSection(
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
    }

    /// Four pure niches and four mixtures, 30 to 50 % of the second type, of any types with ten markers.
    private SectionDesign random(long seed) {
        var random = new Random(seed);
        List<SimulatedType> pool = new ArrayList<>(types.stream()
                .filter(type -> type.markers().size() >= 10 && !type.lineage().equals("other"))
                .toList());
        Collections.shuffle(pool, random);
        List<Niche> niches = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            niches.add(new Niche(
                    "pure-" + i,
                    NicheKind.PURE,
                    List.of(new Niche.Share(pool.removeFirst(), 0.92), new Niche.Share(pool.getFirst(), 0.08))));
        }
        for (int i = 0; i < 4; i++) {
            SimulatedType first = pool.removeFirst();
            int partner = IntStream.range(0, pool.size())
                    .filter(p -> !pool.get(p).lineage().equals(first.lineage()))
                    .findFirst()
                    .orElseThrow();
            double share = 0.3 + 0.2 * random.nextDouble();
            niches.add(new Niche(
                    "mixed-" + i,
                    NicheKind.MIXED,
                    List.of(new Niche.Share(first, 1 - share), new Niche.Share(pool.remove(partner), share))));
        }
        return new SectionDesign("lung", niches);
    }

    void summary() {
        cellCounts.forEach((kind, n) -> IO.println(
                "%s: %,d cells, called %.3f; of these exact %.3f, on the path %.3f, right lineage %.3f"
                        .formatted(kind, n[0], (double) n[1] / n[0], (double) n[2] / n[1], (double) n[3] / n[1], (double) n[4] / n[1])));
        confusion.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(12)
                .forEach(e -> IO.println("  %6d %s".formatted(e.getValue(), e.getKey())));
        IO.println("shares of lineages within 0.1 in %.3f of the mixtures".formatted((double) within / mixed));
        IO.println("mixed heterogeneous %d of %d = %.3f, pure heterogeneous %d of %d = %.3f"
                .formatted(mixedRight, mixed, (double) mixedRight / mixed, pureWrong, pure, (double) pureWrong / pure));
    }

    public static void main(String[] arguments) {
        var seeds = new MixtureSeeds(Set.copyOf(List.of(arguments).subList(2, arguments.length)));
        long start = System.nanoTime();
        for (int seed = Integer.parseInt(arguments[0]); seed <= Integer.parseInt(arguments[1]); seed++) {
            seeds.run(seed);
        }
        seeds.summary();
        IO.println("%.1f s".formatted((System.nanoTime() - start) / 1e9));
    }
}
