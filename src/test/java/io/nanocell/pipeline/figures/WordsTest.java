package io.nanocell.pipeline.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void widthsAreThoseOfHelvetica() {
        assertThat(Words.width("B cell", 1000)).isEqualTo(667 + 278 + 500 + 556 + 222 + 222);
        assertThat(Words.width("~W@ ", 10)).isEqualTo((584 + 944 + 1015 + 278) / 100.0);
        assertThat(Words.width("", 12)).isZero();
    }

    @Test
    void whatFitsStays() {
        assertThat(Words.within("B cell", Words.width("B cell", 12), 12)).isEqualTo("B cell");
        assertThat(Words.within("B cell", Words.width("B cell", 12) - 0.01, 12)).isEqualTo("B c…");
    }

    @Test
    void nothingButTheEllipsisWhereThereIsNoRoom() {
        assertThat(Words.within("B cell", 0, 12)).isEqualTo("…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WWWWWWWWWWWWWWWWWWWW",
                "iiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiiii",
                "細胞細胞細胞細胞細胞細胞",
                "😀😀😀😀😀😀😀😀😀😀"
            })
    void whatIsCutFitsAndIsNoHalfACharacter(String text) {
        String cut = Words.within(text, 100, 12);
        assertThat(Words.width(cut, 12)).isBetween(75.0, 100.0);
        assertThat(cut).endsWith("…");
        assertThat(text).startsWith(cut.substring(0, cut.length() - 1));
        assertThat(Character.isHighSurrogate(cut.charAt(cut.length() - 2))).isFalse();
    }
}
