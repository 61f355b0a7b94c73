package io.nanocell.evidence;

import static io.nanocell.testing.TinyOntology.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Worked by hand; see the lists of [io.nanocell.testing.TinyOntology#SOURCES].
class SourceOpinionTest {

    @Test
    void asksOnlySourcesThatKnowAMarker() { // the atlas knows neither gene, the other two know hepatocytes
        SourceOpinion opinion = SOURCES.of(List.of("ALB", "TTR"));

        assertThat(opinion.agreement(HEPATOCYTE)).isEqualTo(1);
        assertThat(opinion.agreement(B_CELL)).isEqualTo(0);
        assertThat(opinion.share(HEPATOCYTE)).isCloseTo((1 + 1 + 0) / 3.0, within(1e-12)); // of all three
    }

    @Test
    void countsTypesAboveAndBelowAsTheLabel() { // T cell in one, B cell in another, CD4 in the third
        SourceOpinion opinion = SOURCES.of(List.of("CD3E"));

        assertThat(opinion.agreement(T_CELL)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(opinion.agreement(CD4)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(opinion.agreement(CD8)).isCloseTo(1 / 3.0, within(1e-12)); // below T cell, beside CD4
        assertThat(opinion.agreement(B_CELL)).isCloseTo(1 / 3.0, within(1e-12));
    }

    @Test
    void weighsOneTypeAgainstAnotherByTheWeightsOfTheRanking() {
        SourceOpinion opinion = SOURCES.of(List.of("ALB", "CD3D", "CD3E", "XYZ"));
        double length = Math.pow(3, 0.3);
        double hepatocyte = Math.log(2) * Math.log(3) / length; // CellMarker: E 1, one type of two
        double t = (0.9 + 0.8) * Math.log(2) * Math.log(3) / Math.pow(2, 0.3);
        double alb = Math.log(2) * Math.log(3) / Math.pow(2, 0.3); // PanglaoDB
        double b = 0.8 * alb;

        assertThat(opinion.agreement(HEPATOCYTE))
                .isCloseTo((hepatocyte / (hepatocyte + t) + alb / (alb + b) + 0) / 3, within(1e-12));
        assertThat(opinion.share(HEPATOCYTE)).isCloseTo((1 + 1 + 0) / 12.0, within(1e-12));
    }

    @Test
    void knowsNothingOfUnknownGenes() {
        SourceOpinion opinion = SOURCES.of(List.of("XYZ"));

        assertThat(opinion.agreement(HEPATOCYTE)).isZero();
        assertThat(opinion.share(HEPATOCYTE)).isZero();
    }

    @Test
    void judgesAUsersLabelByTheUsersSets() {
        var own = new MarkerList(MarkerSource.USER, "user", "LOCAL:mine", "mine", 1, Map.of("ALB", 1.0, "XYZ", 1.0));
        SourceOpinion opinion =
                SOURCES.with(new MarkerDatabase(List.of(own), List.of())).of(List.of("ALB", "TTR"));

        assertThat(opinion.agreement("LOCAL:mine")).isEqualTo(1);
        assertThat(opinion.share("LOCAL:mine")).isEqualTo(0.5);
        assertThat(opinion.agreement(HEPATOCYTE)).isEqualTo(1);
        assertThat(SOURCES.of(List.of("ALB")).agreement("LOCAL:mine")).isZero();
    }
}
