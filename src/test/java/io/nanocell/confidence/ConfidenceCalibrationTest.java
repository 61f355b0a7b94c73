package io.nanocell.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ConfidenceCalibrationTest {

    static final ConfidenceCalibration SHIPPED = ConfidenceCalibration.shipped();

    @Test
    void readsWhatItWrites() {
        ConfidenceCalibration again = ConfidenceCalibration.parse(SHIPPED.text());

        assertThat(again.text()).isEqualTo(SHIPPED.text());
        assertThat(again.models()).isEqualTo(SHIPPED.models());
        assertThat(again.risks()).isEqualTo(SHIPPED.risks());
    }

    @Test
    void saysWhereItComesFrom() {
        assertThat(SHIPPED.provenance())
                .anyMatch(line -> line.startsWith("Cases: ") && line.contains("SHA-256"))
                .anyMatch(line -> line.startsWith("Reference: CellMarker "))
                .anyMatch(line -> line.startsWith("Reference: PanglaoDB "));
    }

    @Test
    void shipsThresholdsThatHoldOnCasesUnseen() {
        for (CalibrationSetting setting : CalibrationSetting.values()) {
            RiskCurve risk = SHIPPED.risk(setting);
            int high = (int) Math.round(100 * ConfidenceScorer.DEFAULT_HIGH);
            int moderate = (int) Math.round(100 * ConfidenceScorer.DEFAULT_MODERATE);
            assertThat((double) risk.wrong().get(high) / risk.called().get(high))
                    .as("wrong among HIGH, %s", setting)
                    .isLessThanOrEqualTo(0.10);
            assertThat((double) risk.wrong().get(moderate) / risk.called().get(moderate))
                    .as("wrong among what is called, %s", setting)
                    .isLessThanOrEqualTo(0.17);
        }
    }

    @Test
    void refusesAFileThatIsNotWhole() {
        String text = SHIPPED.text();

        assertThatThrownBy(() -> ConfidenceCalibration.parse("")).hasMessageContaining("lacks LIST");
        assertThatThrownBy(() -> ConfidenceCalibration.parse("setting\tvalue\n"))
                .hasMessageContaining("header");
        assertThatThrownBy(() -> ConfidenceCalibration.parse(text.replaceAll("LIST\t0\tweight\tmargin\t.*\n", "")))
                .hasMessageContaining("intercept or not all");
        assertThatThrownBy(() ->
                        ConfidenceCalibration.parse(text.replace("LIST\t0\tcalled\t0.50", "LIST\t0\tcolled\t0.50")))
                .hasMessageContaining("101 thresholds");
        assertThatThrownBy(() ->
                        ConfidenceCalibration.parse(text.replace("LIST\t0\tcalled\t0.50\t", "LIST\tcalled\t0.50\t")))
                .hasMessageContaining("no row");
    }
}
