package io.nanocell.pipeline.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RampTest {

    @Test
    void goesFromWhiteToDarkBlue() {
        assertThat(Ramp.colour(0)).isEqualTo("#FFFFFF");
        assertThat(Ramp.colour(1)).isEqualTo("#08306B");
    }

    /// Told apart by lightness alone, so also by those who see no colour.
    @Test
    void isDarkerWithEveryStepAndBluishThroughout() {
        double before = 256;
        for (int i = 0; i <= 100; i++) {
            int rgb = Integer.parseInt(Ramp.colour(i / 100.0), 1, 7, 16);
            int red = rgb >> 16;
            int green = rgb >> 8 & 0xFF;
            int blue = rgb & 0xFF;
            double luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
            assertThat(luminance).as("step %d", i).isLessThan(before);
            assertThat(blue).isGreaterThanOrEqualTo(green);
            assertThat(green).isGreaterThanOrEqualTo(red);
            before = luminance;
        }
    }

    @Test
    void refusesWhatIsNoShare() {
        for (double share : new double[] {-0.01, 1.01, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Ramp.colour(share))
                    .withMessageContaining(String.valueOf(share));
        }
    }
}
