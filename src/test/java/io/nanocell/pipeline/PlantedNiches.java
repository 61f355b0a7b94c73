package io.nanocell.pipeline;

import io.nanocell.ingest.SpatialDataset;
import io.nanocell.ingest.XeniumSection;
import io.nanocell.results.JobStage;
import io.nanocell.results.TypeShare;
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
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A synthetic section through the street, its planted niches as clusters and no model: what its cells are called.
///
/// @param simulated with the truth
/// @param section as annotated
/// @param calls of its cells
record PlantedNiches(SimulatedSection simulated, AnnotatedSection section, CellCalls calls) {

    static final StreetForTests STREET = new StreetForTests();

    private static final int GENES = 380;
    private static final int MIN_MARKERS = 10;
    private static final int EACH = 4; // pure and mixed niches of random types
    private static final double PURITY = 0.92;
    private static final int MIN_CLUSTER = 20;
    private static final Collection<SimulatedType> TYPES = KnownTypes.of(STREET.knowledge());
    private static final Collection<String> NEUTRAL = KnownTypes.neutralGenes(STREET.knowledge());

    private static final StageWatcher UNWATCHED = new StageWatcher() {
        @Override
        public <T> T stage(JobStage stage, Supplier<T> work) {
            return work.get();
        }
    };

    /// @return the demo's design of a seed
    static SectionDesign demo(long seed) {
        return new DemoDesign(seed).choose(TYPES);
    }

    /// Four pure niches and four mixtures of two lineages, 30 to 50 % of the second, of any types with ten markers.
    static SectionDesign random(long seed) {
        var random = new Random(seed);
        List<SimulatedType> pool = new ArrayList<>(TYPES.stream()
                .filter(type ->
                        type.markers().size() >= MIN_MARKERS && !type.lineage().equals("other"))
                .toList());
        Collections.shuffle(pool, random);
        List<Niche> niches = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            var main = new Niche.Share(pool.removeFirst(), PURITY);
            var rest = new Niche.Share(pool.getFirst(), 1 - PURITY);
            niches.add(new Niche("pure-" + i, NicheKind.PURE, List.of(main, rest)));
        }
        for (int i = 0; i < EACH; i++) {
            SimulatedType first = pool.removeFirst();
            int partner = IntStream.range(0, pool.size())
                    .filter(p -> !pool.get(p).lineage().equals(first.lineage()))
                    .findFirst()
                    .orElseThrow();
            double share = 0.3 + 0.2 * random.nextDouble();
            var more = new Niche.Share(first, 1 - share);
            niches.add(new Niche(
                    "mixed-" + i, NicheKind.MIXED, List.of(more, new Niche.Share(pool.remove(partner), share))));
        }
        return new SectionDesign("lung", niches);
    }

    /// @param depth median transcripts of a cell
    /// @param tissue whether the section's tissue is given
    /// @param shuffle whether the genes' names are dealt anew
    static PlantedNiches of(SectionDesign design, int cells, long seed, int depth, boolean tissue, boolean shuffle) {
        var usual = SectionSimulator.of(cells, GENES, seed);
        var simulator = new SectionSimulator(
                cells,
                GENES,
                seed,
                depth,
                usual.ambient(),
                usual.leak(),
                usual.lowQuality(),
                usual.density(),
                usual.controlProbes(),
                usual.controlCodewords());
        SimulatedSection simulated = simulator.simulate(design, NEUTRAL);
        XeniumSection section = shuffle ? shuffled(simulated.section(), seed) : simulated.section();
        MethodParameters method = STREET.method(tissue ? design.tissue() : null);
        SpatialDataset dataset =
                method.cellFilter().apply(section, STREET.knowledge().types().symbols());
        List<@Nullable String> niches = new ArrayList<>();
        for (int cell : dataset.keptCells()) {
            niches.add(design.niches().get(simulated.nicheOfCell()[cell]).name());
        }
        AnnotatedSection annotated = STREET.street()
                .annotate(dataset, SpatialStage.ofGroups(dataset, niches, MIN_CLUSTER), method, UNWATCHED);
        return new PlantedNiches(simulated, annotated, CellCalls.of(annotated));
    }

    private static XeniumSection shuffled(XeniumSection section, long seed) {
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

    /// @param cluster from 1
    Niche niche(int cluster) {
        String name = section.clusters().get(cluster - 1).evidence().name();
        return simulated.design().niches().stream()
                .filter(niche -> niche.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /// @param cluster from 1
    /// @return greatest difference of a lineage's share in the composition from the planted one
    double offBy(int cluster) {
        Map<String, Double> off = new HashMap<>();
        for (TypeShare share : calls.composition(cluster)) {
            if (share.lineage() != null) {
                off.merge(share.lineage(), share.share(), Double::sum);
            }
        }
        int[] rows = IntStream.range(0, section.dataset().cells())
                .filter(row -> section.clustering().cluster()[row] == cluster)
                .toArray();
        Arrays.stream(rows).forEach(row -> off.merge(planted(row).lineage(), -1.0 / rows.length, Double::sum));
        return off.values().stream().mapToDouble(Math::abs).max().orElseThrow();
    }

    /// @param row of a kept cell
    SimulatedType planted(int row) {
        return simulated.types().get(simulated.typeOfCell()[section.dataset().keptCells()[row]]);
    }
}
