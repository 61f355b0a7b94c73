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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfidenceFitTest {

    static final List<LabelledConfidence> CASES = GoldenTable.rows("calibration/cases.tsv").stream()
            .map(ConfidenceFitTest::labelled)
            .toList();

    static LabelledConfidence labelled(String[] row) {
        double[] x = new double[7];
        for (int k = 0; k < x.length; k++) {
            x[k] = Double.parseDouble(row[k + 2]);
        }
        var parts = new ConfidenceParts(
                x[0], x[1], x[2], x[3], x[4], x[5], x[6], null, nullable(row[9]), nullable(row[10]));
        return new LabelledConfidence(row[0], row[1], parts, row[11].equals("1"), Double.parseDouble(row[12]));
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
        assertThat(ConfidenceFit.crossValidated(shuffled, 5)).isEqualTo(ConfidenceFit.crossValidated(CASES, 5));
    }

    @Test
    void judgesAGroupByTheOthersAlone() {
        Map<String, Double> unseen = ConfidenceFit.crossValidated(CASES, 13); // 13 groups: each a fold of its own
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
    void refusesCasesThatAreAllRight() {
        List<LabelledConfidence> right =
                CASES.stream().filter(LabelledConfidence::right).toList();

        assertThatThrownBy(() -> ConfidenceFit.of(right)).hasMessageContaining("nothing to tell apart");
        assertThatThrownBy(() -> ConfidenceFit.of(List.of())).hasMessageContaining("no labelled cases");
        assertThatThrownBy(() -> ConfidenceFit.crossValidated(CASES, 1)).hasMessageContaining("1, below 2");
    }
}
