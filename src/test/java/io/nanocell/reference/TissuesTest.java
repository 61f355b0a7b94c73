package io.nanocell.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.reference.files.CuratedTables;
import io.nanocell.reference.files.ReferenceFile;
import java.util.Set;
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
        "Colorectal, gut",
        "Muscle - Skeletal, muscle",
        "Kidney - Medulla, kidney",
        "Minor Salivary Gland, oral",
        "Cells - Cultured fibroblasts, skin",
        "Fallopian Tube, ovary",
        "Breast - Mammary Tissue, breast",
        "Adipose - Visceral (Omentum), adipose",
        "Adult-Adrenal-Gland, endocrine",
        "AdultPeripheralBlood, blood",
        "Adult-Epityphlon, gut",
        "Fetal-Male-Gonad, testis",
        "FetalFemaleGonad, ovary",
        "Chorionic-Villus, uterus",
        "Adult-Temporal-Lobe, brain",
        "Bone_Marrow, marrow",
        "Large_Intestine, gut",
        "Lymph_Node, lymphoid",
        "Salivary_Gland, oral",
        "Blood Vasculature, vessel",
        "Mammary, breast",
        "Fat, adipose",
        "Trachea, lung",
        "Peripheral Nervous System, brain",
        "choroid plexus, brain",
        "Choroid, eye",
        "PeritonealFluid, peritoneum"
    })
    void resolvesSynonyms(String tissue, String organ) {
        assertThat(TISSUES.resolve(tissue)).containsExactly(organ);
    }

    @Test
    void wallOfMuscleIsTwoOrgans() {
        assertThat(TISSUES.resolve("Esophagus muscularis")).containsExactly("esophagus", "smooth muscle");
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
    void tellsWhetherTheNameOfACellIsOfAnotherOrgan() {
        assertThat(TISSUES.namesOtherOrgan("luminal epithelial cell of mammary gland", Set.of("prostate")))
                .isTrue();
        assertThat(TISSUES.namesOtherOrgan("luminal epithelial cell of mammary gland", Set.of("breast", "skin")))
                .isFalse();
        assertThat(TISSUES.namesOtherOrgan("pulmonary alveolar type 1 cell", Set.of("kidney")))
                .isTrue();
        assertThat(TISSUES.namesOtherOrgan("hematopoietic stem cell", Set.of("liver")))
                .isFalse();
        assertThat(TISSUES.namesOtherOrgan("vascular associated smooth muscle cell", Set.of("lung")))
                .isFalse();
        assertThat(TISSUES.namesOtherOrgan("enteric neuron", Set.of("gut"))).isFalse();
        assertThat(TISSUES.namesOtherOrgan("T cell", Set.of("breast"))).isFalse();
    }

    @Test
    void recognisesTumours() {
        assertThat(Tissues.mentionsTumour("Invasive ductal carcinoma")).isTrue();
        assertThat(Tissues.mentionsTumour("Breast cancer")).isTrue();
        assertThat(Tissues.mentionsTumour("cirrhosis")).isFalse();
    }
}
