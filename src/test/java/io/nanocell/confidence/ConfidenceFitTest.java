package io.nanocell.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.evidence.GoldenTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfidenceFitTest {

    static final SortedSet<Integer> WITHOUT_PANEL = new TreeSet<>(List.of(PanelModels.NO_PANEL));

    static final List<LabelledConfidence> CASES = GoldenTable.rows("calibration/cases.tsv").stream()
            .map(ConfidenceFitTest::labelled)
            .toList();

    static LabelledConfidence labelled(String[] row) {
        double[] x = new double[13];
        for (int k = 0; k < x.length; k++) {
            x[k] = Double.parseDouble(row[k + 2]);
        }
        var parts = new ConfidenceParts(
                x[0],
                x[1],
                x[2],
                x[3],
                x[4],
                x[5],
                x[6],
                x[7],
                x[8],
                x[9],
                x[10],
                x[11],
                x[12],
                null,
                nullable(row[15]),
                nullable(row[16]));
        return new LabelledConfidence(row[0], row[1], 0, parts, row[17].equals("1"), Double.parseDouble(row[18]));
    }

    static @Nullable Double nullable(String cell) {
        return cell.equals("-") ? null : Double.valueOf(cell);
    }

    @Test
    void findsTheWeightsThatScipyFinds() {
        Map<String, Double> golden = new TreeMap<>();
        GoldenTable.rows("calibration/weights.tsv").forEach(row -> golden.put(row[0], Double.valueOf(row[1])));

        Map<String, Double> found = ConfidenceFit.of(CASES).coefficients();

        assertThat(found).containsOnlyKeys(golden.keySet());
        golden.forEach((term, value) -> assertThat(found.get(term)).as(term).isCloseTo(value, within(1e-4)));
        assertThat(found.get("coverage")).as("turned around in these cases").isEqualTo(0);
    }

    @Test
    void dependsOnTheCasesAndNotOnTheirOrder() {
        List<LabelledConfidence> shuffled = new ArrayList<>(CASES);
        Collections.shuffle(shuffled, new Random(1));

        assertThat(ConfidenceFit.of(shuffled)).isEqualTo(ConfidenceFit.of(CASES));
        assertThat(ConfidenceFit.crossValidated(shuffled, WITHOUT_PANEL, 5))
                .isEqualTo(ConfidenceFit.crossValidated(CASES, WITHOUT_PANEL, 5));
    }

    @Test
    void judgesAGroupByTheOthersAlone() {
        Map<String, Double> unseen =
                ConfidenceFit.crossValidated(CASES, WITHOUT_PANEL, 13); // 13 groups: each a fold of its own
        List<LabelledConfidence> first =
                CASES.stream().filter(c -> c.group().equals("tissue-0")).toList();
        ConfidenceModel others = ConfidenceFit.of(
                CASES.stream().filter(c -> !c.group().equals("tissue-0")).toList());

        assertThat(unseen).hasSize(CASES.size());
        assertThat(first)
                .isNotEmpty()
                .allSatisfy(c -> assertThat(unseen.get(c.id())).isEqualTo(others.value(c.parts())));
    }

    @Test
    void fitsEachSizeOfPanelToItsOwnCases() {
        SortedSet<Integer> sizes = new TreeSet<>(List.of(500, 5000));
        List<LabelledConfidence> panels = new ArrayList<>();
        for (int i = 0; i < CASES.size(); i++) {
            LabelledConfidence c = CASES.get(i);
            int genes = i % 2 == 0 ? 300 : 4000;
            panels.add(new LabelledConfidence(c.id(), c.group(), genes, c.parts(), c.right(), c.weight()));
        }

        PanelModels models = ConfidenceFit.of(panels, sizes);

        assertThat(models.bySize()).containsOnlyKeys(500, 5000);
        assertThat(models.bySize().get(500))
                .isEqualTo(ConfidenceFit.of(
                        panels.stream().filter(c -> c.panelGenes() == 300).toList()))
                .isNotEqualTo(models.bySize().get(5000));
    }

    /// On panels of known genes nearly every marker is known: what little coverage differs by tells nothing of a
    /// panel with genes that no source knows.
    @Test
    void weighsNoTermThatHardlyDiffers() {
        List<LabelledConfidence> alike = new ArrayList<>();
        for (LabelledConfidence c : CASES) {
            ConfidenceParts p = c.parts();
            var parts = new ConfidenceParts(
                    p.markerCount(),
                    p.posterior(),
                    p.lead(),
                    p.below(),
                    p.markerShare(),
                    p.sourceAgreement(),
                    p.sourceShare(),
                    p.secondLineage(),
                    p.knownMarkers(),
                    p.markerSupport(),
                    p.margin(),
                    c.right() ? 1 : 0.99, // an oracle, by a hair
                    p.entropy(),
                    null,
                    p.heterogeneity(),
                    p.leakage());
            alike.add(new LabelledConfidence(c.id(), c.group(), 0, parts, c.right(), c.weight()));
        }

        assertThat(ConfidenceFit.of(alike).coefficients().get("coverage")).isEqualTo(0);
    }

    @Test
    void refusesCasesThatAreAllRight() {
        List<LabelledConfidence> right =
                CASES.stream().filter(LabelledConfidence::right).toList();

        assertThatThrownBy(() -> ConfidenceFit.of(right)).hasMessageContaining("nothing to tell apart");
        assertThatThrownBy(() -> ConfidenceFit.of(List.of())).hasMessageContaining("no labelled cases");
        assertThatThrownBy(() -> ConfidenceFit.crossValidated(CASES, WITHOUT_PANEL, 1))
                .hasMessageContaining("1, below 2");
    }
}
