package io.nanocell.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.ingest.CellFilter;
import io.nanocell.ingest.SpatialDataset;
import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.Parallel;
import io.nanocell.reference.GeneSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SectionSimulatorTest {

    static final SimulatedSection DEMO = SimulationFixture.section(20_000, 1);

    @Test
    void theDemoHasEightNichesOfTheDesignedMixture() {
        List<Niche> niches = DEMO.design().niches();

        assertThat(niches)
                .extracting(Niche::kind)
                .containsExactly(
                        NicheKind.PURE,
                        NicheKind.PURE,
                        NicheKind.PURE,
                        NicheKind.PURE,
                        NicheKind.PURE,
                        NicheKind.MIXED,
                        NicheKind.MIXED,
                        NicheKind.AMBIGUOUS);
        for (int n = 0; n < niches.size(); n++) {
            int niche = n;
            int[] cells = IntStream.range(0, 20_000)
                    .filter(cell -> DEMO.nicheOfCell()[cell] == niche)
                    .toArray();
            assertThat(cells).hasSizeGreaterThan(1500);
            for (Niche.Share share : niches.get(n).shares()) {
                int type = DEMO.types().indexOf(share.type());
                long planted = Arrays.stream(cells)
                        .filter(cell -> DEMO.typeOfCell()[cell] == type)
                        .count();
                assertThat(planted / (double) cells.length).isCloseTo(share.share(), within(0.002));
            }
        }
        assertThat(niches.getFirst().shares().getFirst().share()).isGreaterThan(0.85);
        assertThat(niches.get(5).shares())
                .extracting(share -> share.type().lineage())
                .doesNotHaveDuplicates();
    }

    @Test
    void halfOfTheKnownMarkersAreSilentAndManyGenesMarkNothing() {
        SyntheticPanel panel = DEMO.panel();
        Set<String> known = new HashSet<>();
        for (SimulatedType type : DEMO.types()) {
            known.addAll(type.markers());
            List<String> expressed = panel.expressed().getOrDefault(type.cellOntologyId(), List.of());
            List<String> silent = panel.silent().getOrDefault(type.cellOntologyId(), List.of());
            assertThat(expressed)
                    .hasSizeBetween(silent.size(), silent.size() + 1)
                    .doesNotContainAnyElementsOf(silent);
            assertThat(panel.genes()).containsAll(expressed).containsAll(silent);
            assertThat(share(type, expressed)).isGreaterThan(0.35);
            assertThat(share(type, silent)).isLessThan(0.02); // ambient and leaked
        }
        assertThat(panel.genes()).hasSize(380).isSorted();
        assertThat(panel.neutral()).hasSizeGreaterThanOrEqualTo(150).doesNotContainAnyElementsOf(known);
    }

    @Test
    void neutralGenesAreTheSameInEveryType() {
        double first = share(DEMO.types().getFirst(), DEMO.panel().neutral());
        for (SimulatedType type : DEMO.types()) {
            assertThat(share(type, DEMO.panel().neutral())).isCloseTo(first, within(0.02));
        }
    }

    @Test
    void threePercentFloatAndFivePercentComeFromTheNearestNeighbour() {
        // two types side by side; what a cell shows of the other type is 3 % ambient · 0.7 · its share, and 5 % leak
        // where
        // the nearest neighbour is of that type
        SimulatedType a = type("CL:1", "A");
        SimulatedType b = type("CL:2", "B");
        Niche half = new Niche("n", NicheKind.MIXED, List.of(new Niche.Share(a, 0.5), new Niche.Share(b, 0.5)));
        SimulatedSection section = SectionSimulator.of(20_000, 200, 5)
                .simulate(new SectionDesign("none", List.of(half)), SimulationFixture.neutral());
        TissuePlan plan = TissuePlan.of(20_000, 1, 0.006, new RandomStream(5, 1));
        int[] markers = columns(section, section.panel().expressed().getOrDefault("CL:2", List.of()));

        double[] besideA = new double[2];
        double[] besideB = new double[2];
        for (int cell = 0; cell < 20_000; cell++) {
            if (section.typeOfCell()[cell] == 0) {
                double[] sums = section.typeOfCell()[plan.nearest()[cell]] == 0 ? besideA : besideB;
                sums[0] += sum(section.section().counts(), cell, markers);
                sums[1] += sum(section.section().counts(), cell, null);
            }
        }
        double unspecific = 0.03 * 0.3 * markers.length / 200;
        double ofMarkers = 0.45; // part of a cell's own transcripts
        double ambient = 0.03 * 0.7 * 0.5 * ofMarkers + unspecific;
        assertThat(besideA[0] / besideA[1]).isCloseTo(ambient, within(0.0008));
        assertThat(besideB[0] / besideB[1]).isCloseTo(ambient + 0.05 * ofMarkers, within(0.0015));
    }

    @Test
    void countsAreOverDispersed() {
        int draws = 200_000;
        RandomStream random = new RandomStream(1, 1);
        double sum = 0;
        double squares = 0;
        int zeros = 0;
        for (int i = 0; i < draws; i++) {
            double count = NegativeBinomial.count(4, random.uniform());
            sum += count;
            squares += count * count;
            zeros += count == 0 ? 1 : 0;
        }
        double mean = sum / draws;
        assertThat(mean).isCloseTo(4, within(0.05));
        assertThat(squares / draws - mean * mean).isCloseTo(4 + 16 / 2.0, within(0.3));
        assertThat(zeros / (double) draws).isCloseTo(1 / 9.0, within(0.003));
    }

    @Test
    void cellsLieAsDenseAsInATissue() {
        double[] x = DEMO.section().x();
        double[] y = DEMO.section().y();
        int middle = 71 + 71 * 142;
        long near = IntStream.range(0, x.length)
                .filter(cell -> cell != middle && Math.hypot(x[cell] - x[middle], y[cell] - y[middle]) <= 80)
                .count();
        assertThat(near).isBetween(105L, 135L);
        int[] nearest = TissuePlan.of(500, 2, 0.006, new RandomStream(9, 1)).nearest();
        TissuePlan plan = TissuePlan.of(500, 2, 0.006, new RandomStream(9, 1));
        for (int cell = 0; cell < 500; cell++) {
            int slow = slowNearest(plan, cell);
            assertThat(nearest[cell]).isEqualTo(slow);
            assertThat(Math.hypot(plan.x()[cell] - plan.x()[slow], plan.y()[cell] - plan.y()[slow]))
                    .isGreaterThan(3.8);
        }
    }

    @Test
    void mostCellsAndAllGenesPassQualityControl() {
        SpatialDataset dataset = CellFilter.defaults().apply(DEMO.section(), new GeneSymbols(Set.of(), Map.of()));

        assertThat(dataset.quality().genesKept()).isEqualTo(380);
        assertThat(dataset.quality().cellsKept()).isBetween(19_000, 19_990);
        assertThat(dataset.quality().medianTranscripts()).isBetween(100.0, 250.0);
        assertThat(dataset.quality().controlRate()).isBetween(0.001, 0.004);
        assertThat(dataset.notices()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameSectionOnAnyNumberOfThreads() {
        int before = Parallel.threads();
        try {
            Parallel.useThreads(1);
            SimulatedSection alone = SimulationFixture.section(5000, 4);
            Parallel.useThreads(3);
            SimulatedSection together = SimulationFixture.section(5000, 4);

            assertThat(together.section().counts().values())
                    .isEqualTo(alone.section().counts().values());
            assertThat(together.section().counts().columnIndex())
                    .isEqualTo(alone.section().counts().columnIndex());
            assertThat(together.section().x()).isEqualTo(alone.section().x());
            assertThat(together.typeOfCell()).isEqualTo(alone.typeOfCell());
        } finally {
            Parallel.useThreads(before);
        }
    }

    @Test
    void everySeedPlantsSomethingElse() {
        Set<SectionDesign> designs = new HashSet<>();
        List<String> tissues = new ArrayList<>();
        for (int seed = 1; seed <= 20; seed++) {
            SectionDesign design = new DemoDesign(seed).choose(SimulationFixture.types());
            designs.add(design);
            tissues.add(design.tissue());
            assertThat(design.types()).hasSize(12);
        }
        assertThat(designs).hasSize(20);
        assertThat(tissues).contains("liver", "lung");
    }

    @Test
    void saysHowManyGenesAreMissing() {
        SectionDesign design = new DemoDesign(1).choose(SimulationFixture.types());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SectionSimulator.demo(1).simulate(design, List.of("N1", "N2")))
                .withMessageMatching("\\d+ genes that mark none of the planted types are needed, 2 are there");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SectionSimulator.of(100, 160, 1).simulate(design, SimulationFixture.neutral()))
                .withMessageContaining("4 are needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DemoDesign(1).choose(List.of()))
                .withMessageContaining("no tissue");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.0, Double.NaN})
    void rejectsAnAmbientShareOutsideTheUnitInterval(double ambient) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SectionSimulator(10, 200, 1, 150, ambient, 0.05, 0, 0.006, 1, 1))
                .withMessageContaining("ambient");
    }

    private static SimulatedType type(String id, String letter) {
        return new SimulatedType(
                id,
                letter,
                letter,
                IntStream.range(0, 20).mapToObj(i -> letter + i).toList());
    }

    /// Part of the transcripts of all cells of a type that are of these genes.
    private static double share(SimulatedType type, List<String> genes) {
        int index = DEMO.types().indexOf(type);
        int[] columns = columns(DEMO, genes);
        double ofGenes = 0;
        double all = 0;
        for (int cell = 0; cell < DEMO.typeOfCell().length; cell++) {
            if (DEMO.typeOfCell()[cell] == index) {
                ofGenes += sum(DEMO.section().counts(), cell, columns);
                all += sum(DEMO.section().counts(), cell, null);
            }
        }
        return ofGenes / all;
    }

    private static int[] columns(SimulatedSection section, List<String> genes) {
        return genes.stream()
                .mapToInt(section.panel().genes()::indexOf)
                .sorted()
                .toArray();
    }

    private static double sum(FloatCsrMatrix counts, int cell, int @org.jspecify.annotations.Nullable [] columns) {
        double sum = 0;
        for (int e = counts.rowStart()[cell]; e < counts.rowStart()[cell + 1]; e++) {
            if (columns == null || Arrays.binarySearch(columns, counts.columnIndex()[e]) >= 0) {
                sum += counts.values()[e];
            }
        }
        return sum;
    }

    private static int slowNearest(TissuePlan plan, int cell) {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int other = 0; other < plan.x().length; other++) {
            double dx = plan.x()[other] - plan.x()[cell];
            double dy = plan.y()[other] - plan.y()[cell];
            if (other != cell && dx * dx + dy * dy < least) {
                least = dx * dx + dy * dy;
                best = other;
            }
        }
        return best;
    }
}
