package io.nanocell.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PanelModelsTest {

    static ConfidenceModel model(double intercept, double weight) {
        return new ConfidenceModel(intercept, Collections.nCopies(ConfidenceModel.TERMS.size(), weight));
    }

    @ParameterizedTest
    @CsvSource({"1, -1, 2", "500, -1, 2", "1000, -2, 1", "2000, -3, 0", "60000, -3, 0"})
    void liesBetweenTheSizesThatWereFitted(int genes, double intercept, double weight) {
        var models = new PanelModels(new TreeMap<>(Map.of(500, model(-1, 2), 2000, model(-3, 0))));

        ConfidenceModel at = models.at(genes); // 1,000 is half way, by the logarithm

        assertThat(at.intercept()).isCloseTo(intercept, within(1e-12));
        assertThat(at.weights()).allSatisfy(w -> assertThat(w).isCloseTo(weight, within(1e-12)));
    }

    @Test
    void isOneWithoutAPanel() {
        ConfidenceModel only = model(-1, 2);
        var models = new PanelModels(new TreeMap<>(Map.of(PanelModels.NO_PANEL, only)));

        assertThat(models.at(PanelModels.NO_PANEL)).isEqualTo(only);
    }

    @Test
    void refusesNoneAndBoth() {
        assertThatThrownBy(() -> new PanelModels(new TreeMap<>())).hasMessageContaining("[]");
        assertThatThrownBy(() -> new PanelModels(new TreeMap<>(Map.of(0, model(0, 1), 500, model(0, 1)))))
                .hasMessageContaining("[0, 500]");
    }
}
