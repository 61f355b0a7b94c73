package io.nanocell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.confidence.Verdict;
import io.nanocell.results.CellLabel;
import io.nanocell.results.TypeShare;
import io.nanocell.simulation.NicheKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Types of single cells and the mixtures that they show, on planted niches. [MixtureSeeds] runs more of them.
class PlantedNichesTest {

    private static final int CELLS = 4000;
    private static final int DEPTH = 150;

    /// Seed 10 mixes fibroblasts with smooth muscle: their markers taken together speak for fibroblasts alone.
    @ParameterizedTest
    @ValueSource(longs = {1, 10})
    void namesMixturesWithTheirParts(long seed) {
        var planted = PlantedNiches.of(PlantedNiches.demo(seed), CELLS, seed, DEPTH, false, false);

        for (AnnotatedCluster cluster : planted.section().clusters()) {
            int number = cluster.evidence().number();
            NicheKind kind = planted.niche(number).kind();
            assertThat(cluster.verdict() == Verdict.HETEROGENEOUS)
                    .as("%s %s", planted.niche(number), cluster.label())
                    .isEqualTo(kind == NicheKind.MIXED);
            assertThat(planted.offBy(number)).isLessThanOrEqualTo(0.1);
        }
        assertThat(wrongLineage(planted)).isLessThan(CELLS / 100);
    }

    @Test
    void theSharesOfADomainSumToOne() {
        var planted = PlantedNiches.of(PlantedNiches.random(3), CELLS, 3, 25, false, false);

        for (List<TypeShare> composition : planted.calls().compositions()) {
            assertThat(composition.stream().mapToDouble(TypeShare::share).sum()).isCloseTo(1, within(1e-9));
            assertThat(composition).extracting(TypeShare::label).doesNotHaveDuplicates();
        }
    }

    @Test
    void anUnresolvedDomainOfOneKindNamesNoCells() {
        var planted = PlantedNiches.of(PlantedNiches.demo(1), CELLS, 1, DEPTH, false, true); // names dealt anew

        assertThat(planted.section().clusters())
                .noneMatch(cluster -> cluster.verdict() == Verdict.HIGH || cluster.verdict() == Verdict.HETEROGENEOUS);
        assertThat(planted.calls().compositions())
                .allSatisfy(composition -> assertThat(composition.getLast())
                        .satisfies(last -> assertThat(last.label()).isEqualTo(TypeShare.UNASSIGNED))
                        .satisfies(last -> assertThat(last.share()).isGreaterThan(0.5)));
    }

    private static int wrongLineage(PlantedNiches planted) {
        int wrong = 0;
        for (int row = 0; row < planted.section().dataset().cells(); row++) {
            short number =
                    planted.calls().labelOfCell()[planted.section().dataset().keptCells()[row]];
            if (number > 0) {
                CellLabel label = planted.calls().labels().get(number - 1);
                wrong += label.lineage().equals(planted.planted(row).lineage()) ? 0 : 1;
            }
        }
        return wrong;
    }
}
