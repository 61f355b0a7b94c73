package io.nanocell.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.reference.files.CuratedTables;
import io.nanocell.reference.files.ReferenceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TissuesTest {

    static final Tissues TISSUES = CuratedTables.tissues(ReferenceFile.shipped("tissues.tsv"));

    @ParameterizedTest
    @CsvSource({
        "PBMC, blood",
        "Mammary gland, breast",
        "breast cancer, breast",
        "Bone marrow, marrow",
        "Gall bladder, liver",
        "motor cortex, brain",
        "Kidney cortex, kidney",
        "lymph node, lymphoid",
        "blood vessel, vessel",
        "smooth muscle, smooth muscle",
        "fetal liver, liver",
        "Colorectal, gut"
    })
    void resolvesSynonyms(String tissue, String organ) {
        assertThat(TISSUES.resolve(tissue)).containsExactly(organ);
    }

    @Test
    void gonadIsTwoOrgans() {
        assertThat(TISSUES.resolve("gonad")).containsExactly("ovary", "testis");
    }

    @Test
    void stageOfLifeRestrictsNothing() {
        assertThat(TISSUES.resolve("Fetal development")).isEmpty();
        assertThat(TISSUES.resolve("whole body")).isEmpty();
    }

    @Test
    void unknownTissueListsWhatIsKnown() {
        assertThatThrownBy(() -> TISSUES.resolve("flubber"))
                .isInstanceOfSatisfying(UnknownTissueException.class, e -> {
                    assertThat(e.tissue()).isEqualTo("flubber");
                    assertThat(e.known()).contains("liver", "pbmc", "breast").doesNotHaveDuplicates();
                })
                .hasMessageContaining("flubber");
    }

    @Test
    void everyKnownNameResolves() {
        assertThat(TISSUES.known())
                .allSatisfy(name -> assertThat(TISSUES.organsIn(name)).isNotEmpty());
    }

    @Test
    void recognisesTumours() {
        assertThat(Tissues.mentionsTumour("Invasive ductal carcinoma")).isTrue();
        assertThat(Tissues.mentionsTumour("Breast cancer")).isTrue();
        assertThat(Tissues.mentionsTumour("cirrhosis")).isFalse();
    }
}
