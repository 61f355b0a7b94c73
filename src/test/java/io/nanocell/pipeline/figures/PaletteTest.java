package io.nanocell.pipeline.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaletteTest {

    @Test
    void coloursAreDistinctForAsManyGroupsAsAnyoneHas() {
        assertThat(IntStream.range(0, 200).mapToObj(Palette::colour))
                .doesNotHaveDuplicates()
                .allMatch(colour -> colour.matches("#[0-9A-F]{6}"))
                .doesNotContain(Palette.GREY);
    }

    @Test
    void namesAreReadableOnEveryColour() {
        assertThat(Palette.ink("#FFFFFF")).isEqualTo(Palette.ink(Palette.GREY)).isEqualTo("#222222");
        assertThat(Palette.ink("#000000")).isEqualTo(Palette.ink("#08306B")).isEqualTo("#FFFFFF");
    }
}
