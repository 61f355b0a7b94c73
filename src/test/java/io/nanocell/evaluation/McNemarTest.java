package io.nanocell.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McNemarTest {

    @ParameterizedTest
    @CsvSource({ // scipy 1.17.1 binomtest(helped, helped + harmed, 0.5).pvalue
        "0, 0, 1",
        "1, 0, 1",
        "3, 3, 1",
        "0, 6, 0.03125",
        "10, 2, 0.03857421875",
        "30, 50, 0.03299261842647619",
        "900, 1100, 8.45708953550381e-06"
    })
    void isTheExactBinomialTest(int helped, int harmed, double pValue) {
        assertThat(new McNemar(helped, harmed).pValue()).isCloseTo(pValue, within(1e-12));
        assertThat(new McNemar(harmed, helped).pValue()).isEqualTo(new McNemar(helped, harmed).pValue());
    }

    @Test
    void refusesNegativeCounts() {
        assertThatThrownBy(() -> new McNemar(-1, 2)).hasMessageContaining("-1");
    }
}
