package io.nanocell.spatial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HsnmfParametersTest {

    @Test
    void defaultsAreThePublishedOnes() {
        HsnmfParameters p = HsnmfParameters.defaults();

        assertThat(p.rank()).isEqualTo(10);
        assertThat(p.beta()).isEqualTo(0.6);
        assertThat(p.resolution()).isEqualTo(0.4);
        assertThat(p.neighbours()).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void rejectsSharesOutsideUnitInterval(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HsnmfParameters(10, share, 0.6, 2, 20, 2.5, 80, 1, 15, 0.4, 1e-4, 500, 2, 0, 100))
                .withMessageContaining("hsnmf.alpha");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HsnmfParameters(10, 0.5, share, 2, 20, 2.5, 80, 1, 15, 0.4, 1e-4, 500, 2, 0, 100))
                .withMessageContaining("hsnmf.beta");
    }

    @Test
    void rejectsARadiusBelowTheContactRadius() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HsnmfParameters(10, 0.5, 0.6, 2, 20, 2.5, 19.9, 1, 15, 0.4, 1e-4, 500, 2, 0, 100))
                .withMessageContaining("19.9");
    }
}
