package io.nanocell.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.numerics.FloatCsrMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerStageTest {

    static final FloatCsrMatrix NO_CONTROLS = ExpressionFixture.csr(new float[300][0], 0);

    static List<ClusterMarkers> golden(MarkerStage stage, FloatCsrMatrix controls) {
        return stage.find(
                ExpressionFixture.dataset(ExpressionFixture.goldenExpression(), controls),
                ExpressionFixture.clustering(ExpressionFixture.goldenGroups(), 4));
    }

    @Test
    void matchesScanpysFormulas() {
        List<ClusterMarkers> found = golden(new MarkerStage(), NO_CONTROLS);

        for (double[] row : GoldenTable.numbers("wilcoxon/expected.tsv")) {
            MarkerGene gene = found.get((int) row[0] - 1).all().get((int) row[1]);
            double[] actual = {
                value(gene.z()),
                value(gene.pValue()),
                value(gene.pAdjusted()),
                value(gene.log2FoldChange()),
                value(gene.pctIn()),
                value(gene.pctOut()),
                value(gene.meanIn()),
                value(gene.meanOut()),
                value(gene.effect())
            };
            assertThat(actual).as(Arrays.toString(row)).containsExactly(Arrays.copyOfRange(row, 2, 11), within(1e-9));
        }
    }

    @Test
    void ranksMarkersByEffect() {
        List<ClusterMarkers> found = golden(new MarkerStage(3, 0.05, 0.05), NO_CONTROLS);

        assertThat(found).extracting(ClusterMarkers::number).containsExactly(1, 2, 3, 4);
        assertThat(found.getFirst().top())
                .hasSizeBetween(1, 3)
                .isSortedAccordingTo(Comparator.comparingDouble((MarkerGene g) -> value(g.effect()))
                        .reversed())
                .allSatisfy(gene -> {
                    assertThat(value(gene.pAdjusted())).isLessThanOrEqualTo(0.05);
                    assertThat(value(gene.log2FoldChange())).isPositive();
                });
        assertThat(found.getFirst().study()).hasSizeBetween(1, 24 / 4);
    }

    @Test
    void takesNoMarkerFromTheNoise() {
        float[][] everywhere = new float[300][1];
        for (float[] cell : everywhere) {
            cell[0] = 1;
        }

        List<ClusterMarkers> found = golden(new MarkerStage(), ExpressionFixture.csr(everywhere, 1));

        assertThat(found).allSatisfy(cluster -> {
            assertThat(cluster.noiseFloor()).isEqualTo(1);
            assertThat(cluster.top()).isEmpty();
            assertThat(cluster.absent()).contains("G00", "G01").doesNotContain("G03"); // G03 is in every cell
        });
    }

    @Test
    void callsAGeneWithoutACountAbsentEvenWhereControlsAreSilent() {
        List<ClusterMarkers> found = golden(new MarkerStage(), ExpressionFixture.csr(new float[300][4], 4));

        assertThat(found.getFirst().noiseFloor()).isZero();
        assertThat(found.getFirst().absent()).contains("G00").doesNotContain("G02", "G03");
    }

    @Test
    void findsNothingWhereThereIsNothingToCompareWith() {
        int[] one = new int[300];
        Arrays.fill(one, 1);

        ClusterMarkers only = new MarkerStage()
                .find(
                        ExpressionFixture.dataset(ExpressionFixture.goldenExpression(), NO_CONTROLS),
                        ExpressionFixture.clustering(one, 1))
                .getFirst();

        assertThat(only.top()).isEmpty();
        assertThat(only.study()).isEmpty();
        assertThat(only.all().get(3).pctIn()).isEqualTo(1);
        assertThat(only.all().get(3).pctOut()).isNull();
        assertThat(only.all().get(3).pValue()).isNull();
    }

    @Test
    void saysThatControlsAreMissing() {
        assertThat(MarkerStage.notices(ExpressionFixture.dataset(ExpressionFixture.goldenExpression(), NO_CONTROLS)))
                .extracting("code")
                .containsExactly("NO_CONTROLS");
        assertThat(MarkerStage.notices(ExpressionFixture.dataset(
                        ExpressionFixture.goldenExpression(), ExpressionFixture.csr(new float[300][2], 2))))
                .isEmpty();
    }

    @Test
    void keepsABareListAsItIs() {
        var weak = new MarkerGene("CD3E", -1.0, 0.01, null, null, null, null, null, 1.0, null);

        ClusterMarkers list = MarkerStage.ofList(
                7, List.of(MarkerGene.named("CD3D"), weak, MarkerGene.named("CD3D"), MarkerGene.named("CD2")));

        assertThat(list.number()).isEqualTo(7);
        assertThat(list.top()).containsExactly(MarkerGene.named("CD3D"), weak, MarkerGene.named("CD2"));
        assertThat(list.all()).isEqualTo(list.top());
        assertThat(list.study()).containsExactly("CD3D", "CD3E", "CD2");
        assertThat(list.absent()).isEmpty();
        assertThat(list.noiseFloor()).isNull();
    }

    @Test
    void rejectsAClusterWithoutCells() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkerStage()
                        .find(
                                ExpressionFixture.dataset(ExpressionFixture.goldenExpression(), NO_CONTROLS),
                                ExpressionFixture.clustering(ExpressionFixture.goldenGroups(), 5)))
                .withMessage("cluster 5 has no kept cell");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void rejectsThresholdsOutsideUnitInterval(double threshold) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkerStage(20, threshold, 0.05))
                .withMessageContaining("maxAdjustedP");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MarkerStage(20, 0.05, threshold))
                .withMessageContaining("minPctIn");
    }

    static double value(@Nullable Double statistic) {
        return Objects.requireNonNull(statistic);
    }
}
