package io.nanocell.confidence;

import static io.nanocell.testing.EvidenceExample.candidate;
import static io.nanocell.testing.TinyOntology.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.evidence.Candidate;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.evidence.ClusterMarkers;
import io.nanocell.evidence.FunctionalProgram;
import io.nanocell.evidence.MarkerGene;
import io.nanocell.testing.EvidenceExample;
import io.nanocell.testing.PlainConfidence;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfidenceScorerTest {

    static final double SURE = 1 / 1001.0; // no draw of 1,000 was better
    static final double UNSURE = 0.049;

    final ConfidenceScorer scorer = PlainConfidence.SCORER;

    ClusterConfidence score(EvidenceExample example) {
        return scorer.score(example.build(), Malignancy.NONE);
    }

    @Test
    void followsTheFormula() { // worked by hand
        var scored = score(EvidenceExample.of(candidate(HEPATOCYTE, 6, 0.01), candidate(MACROPHAGE, 4, 0.02))
                        .coverage(0.7))
                .candidates()
                .getFirst();
        double entropy = -(0.6 * Math.log(0.6) + 0.4 * Math.log(0.4));
        assertThat(scored.parts().markerSupport()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(scored.parts().margin()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(scored.parts().entropy()).isCloseTo(entropy, within(1e-12));
        assertThat(scored.parts().posterior()).isEqualTo(0.8);
        assertThat(scored.parts().markerShare()).isCloseTo(2 / 3.0, within(1e-12)); // ALB, TTR of three
        assertThat(scored.parts().knownMarkers()).isCloseTo(Math.log(3) / Math.log(21), within(1e-12));
        double logit = -3 + 0.5 * Math.log(0.8 / 0.2) + 2 / 3.0 + 2 * 2 / 3.0 + 2 / 3.0 + 0.7 - 0.25 * entropy;
        assertThat(scored.value()).isCloseTo(1 / (1 + Math.exp(-logit)), within(1e-12));
    }

    @Test
    void isSureOfALoneCandidateThatNoDrawReaches() {
        var scored = score(EvidenceExample.of(candidate(HEPATOCYTE, 6, SURE)));
        assertThat(scored.candidates()).singleElement().satisfies(only -> {
            assertThat(only.value()).isBetween(0.95, 1.0);
            assertThat(only.verdict()).isEqualTo(Verdict.HIGH);
        });
        assertThat(scored.best()).isEqualTo(scored.candidates().getFirst());
    }

    @Test
    void measuresTheMarginOutsideTheBranch() { // CD4 and CD8 rival each other, their parent does not
        var scored = score(EvidenceExample.of(
                candidate(CD4, 10, SURE),
                candidate(CD8, 9, SURE),
                candidate(T_CELL, 8, SURE),
                candidate(B_CELL, 2, 0.4)));
        assertThat(scored.candidates())
                .extracting(c -> c.parts().margin())
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1, Double.class)
                .containsExactly(0.1, 0.0, 0.75, 0.0);
    }

    @Test
    void seesARivalThatIsAsLikelyAndTypesBelowThatShareTheProof() {
        Candidate cd4 = likely(candidate(CD4, 10, SURE), 0.4, 0.5);
        Candidate cd8 = likely(candidate(CD8, 9, SURE), 0.3, 0.4);
        Candidate parent = likely(candidate(T_CELL, 8, SURE), 0.1, 0.8);
        Candidate other = likely(candidate(B_CELL, 2, 0.4), 0.2, 0.2);

        var parts = score(EvidenceExample.of(cd4, cd8, parent, other)).candidates().stream()
                .map(Confidence::parts)
                .toList();

        assertThat(parts)
                .extracting(p -> Math.round(1000 * p.lead()))
                .containsExactly(625L, 500L, 800L, 200L); // .5/(.5+.3), .4/(.4+.4), .8/(.8+.2), .2/(.2+.4+.3+.1)
        assertThat(parts).extracting(p -> Math.round(1000 * p.below())).containsExactly(0L, 0L, 700L, 0L);
    }

    static Candidate likely(Candidate c, double posterior, double branch) {
        return new Candidate(
                c.label(),
                c.cellOntologyId(),
                c.lineage(),
                c.support(),
                posterior,
                branch,
                c.pValue(),
                c.pValueMax(),
                c.supporting(),
                c.absentOnPanel(),
                c.notOnPanel(),
                c.conflicting());
    }

    @Test
    void isNotSureOfACandidateWhoseLineageChanceExplains() {
        var example = EvidenceExample.of(candidate(HEPATOCYTE, 6, SURE));
        var byChance = score(example.mixture(0.06, 0.5, null)).candidates().getFirst();
        assertThat(byChance.verdict()).isEqualTo(Verdict.MODERATE);
        assertThat(byChance.value()).isEqualTo(0.7 - 0.01);
        assertThat(byChance.uncapped()).isGreaterThan(0.95);
        assertThat(byChance.reasons()).containsExactly(ReasonCodes.LINEAGE_BY_CHANCE);

        var above = score(example.mixture(0.05, 0.5, null)).candidates().getFirst();
        assertThat(above.verdict()).isEqualTo(Verdict.HIGH);
        assertThat(above.reasons()).isEmpty();
        assertThat(score(example).candidates().getFirst().verdict())
                .as("nothing is known of lineages")
                .isEqualTo(Verdict.HIGH);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0501, 0.3, 1, Double.NaN, -1})
    void callsNothingThatChanceExplains(double pValueMax) {
        var scored = score(EvidenceExample.of(candidate(HEPATOCYTE, 6, pValueMax)));
        assertThat(scored.candidates().getFirst().verdict()).isEqualTo(Verdict.UNRESOLVED);
        assertThat(scored.best()).isNull();
    }

    @Test
    void callsNothingWhereFewMarkersAreKnown() {
        var example = EvidenceExample.of(candidate(HEPATOCYTE, 6, SURE));
        var scored = score(example.coverage(0.2499));
        assertThat(scored.candidates().getFirst().verdict()).isEqualTo(Verdict.UNRESOLVED);
        assertThat(scored.reasons()).contains(ReasonCodes.LOW_COVERAGE);
        assertThat(score(example.coverage(0.25)).reasons()).doesNotContain(ReasonCodes.LOW_COVERAGE);
        assertThat(score(example.coverage(Double.NaN)).candidates().getFirst().verdict())
                .isEqualTo(Verdict.UNRESOLVED);
    }

    @Test
    void takesTheFirstCandidateAboveChanceAsBest() {
        var scored = score(EvidenceExample.of(candidate(HEPATOCYTE, 3, 0.2), candidate(MACROPHAGE, 6, SURE)));
        assertThat(scored.best()).isNotNull().returns("macrophage", Confidence::label);
    }

    @Test
    void backsOffToAClearAncestor() {
        var scored = score(
                EvidenceExample.of(candidate(CD4, 10, UNSURE), candidate(CD8, 9.9, UNSURE), candidate(T_CELL, 9, 0.005))
                        .coverage(0.6));
        assertThat(scored.candidates().getFirst().verdict()).isEqualTo(Verdict.UNRESOLVED);
        assertThat(scored.best()).isNotNull().returns("T cell", Confidence::label);
        assertThat(scored.best()).isEqualTo(scored.candidates().get(2)); // its own confidence
        assertThat(scored.backedOff()).isTrue();
    }

    @Test
    void neverBacksOffToAGeneralTermOrAnUnclearOne() {
        var general = score(
                EvidenceExample.of(candidate(CD4, 10, UNSURE), candidate(CD8, 9.9, UNSURE), candidate(ROOT, 9, SURE))
                        .coverage(0.6));
        assertThat(general.candidates().get(2).isClear()).isTrue();
        assertThat(general.backedOff()).isFalse();
        var unclear = score(
                EvidenceExample.of(candidate(CD4, 10, UNSURE), candidate(CD8, 9.9, UNSURE), candidate(T_CELL, 9, 0.06))
                        .coverage(0.6));
        assertThat(unclear.backedOff()).isFalse();
        assertThat(unclear.best()).isNotNull().returns(Verdict.UNRESOLVED, Confidence::verdict);
    }

    @Test
    void reportsTheShareOfProgramsThatTheLineageAllows() {
        var lipid = new FunctionalProgram("lipid", "GO:0006629", 3, List.of(), List.of());
        var immune = new FunctionalProgram("immune", "GO:0002376", 3, List.of(), List.of());
        var nameless = new FunctionalProgram("some process", null, 3, List.of(), List.of());
        var example = EvidenceExample.of(candidate(HEPATOCYTE, 6, SURE), candidate(FIBROBLAST, 1, 0.5));
        var scored = score(example.explainedBy(lipid, immune, nameless, lipid)).candidates();
        assertThat(scored.get(0).parts().functionalConsistency()).isEqualTo(0.5);
        assertThat(scored.get(1).parts().functionalConsistency()).isNull(); // the table has no such lineage
        assertThat(score(example.explainedBy()).reasons()).contains(ReasonCodes.NO_FUNCTION);
        assertThat(score(example.explainedBy()).candidates().getFirst().parts().functionalConsistency())
                .isNull();
    }

    @Test
    void isHeterogeneousOnlyWhereLineagesAndCellsSaySo() {
        var example = EvidenceExample.of(candidate(HEPATOCYTE, 6, SURE));
        assertThat(score(example).heterogeneous()).isFalse();
        assertThat(score(example.mixture(0.001, 0.05, null)).heterogeneous()).isTrue();
        assertThat(score(example.mixture(0.001, 0.051, null)).heterogeneous()).isFalse();
        assertThat(score(example.mixture(0.001, 0.05, 0.25)).heterogeneous()).isTrue();
        assertThat(score(example.mixture(0.001, 0.05, 0.24)).heterogeneous()).isFalse();
        assertThat(score(example.mixture(0.001, Double.NaN, 0.5)).heterogeneous())
                .isFalse();
    }

    @Test
    void keepsACallBelowHighWhereASecondLineageIsAboveChance() {
        var example = EvidenceExample.of(candidate(HEPATOCYTE, 6, SURE));

        var alone = score(example).candidates().getFirst();
        var beside = score(example.mixture(0.001, 0.05, 0.1)).candidates().getFirst();

        assertThat(alone.verdict()).isEqualTo(Verdict.HIGH);
        assertThat(beside.verdict()).isEqualTo(Verdict.MODERATE);
        assertThat(beside.reasons()).containsExactly(ReasonCodes.SECOND_LINEAGE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.14, 0.16})
    void callsNothingWhereNoSupportingMarkerStandsOut(double pctIn) {
        var built = EvidenceExample.of(candidate(HEPATOCYTE, 6, SURE)).build();
        List<MarkerGene> faint = built.markers().top().stream()
                .map(m -> new MarkerGene(m.gene(), 0.5, pctIn, 0.05, 0.1, 0.05, 40.0, 0.0, 0.0, 0.05))
                .toList();
        var markers = new ClusterMarkers(1, faint, faint, List.of(), new TreeSet<>(), 0.02);
        var evidence = new ClusterEvidence(
                1, "c", markers, List.of(), List.of(), built.candidates(), List.of(), 1, null, null);

        var scored = scorer.score(evidence, Malignancy.NONE).candidates().getFirst();

        assertThat(scored.verdict() == Verdict.UNRESOLVED).isEqualTo(pctIn < 0.15);
        assertThat(scored.reasons().contains(ReasonCodes.WEAK_MARKERS)).isEqualTo(pctIn < 0.15);
    }

    @Test
    void keepsEpithelialCallsOfATumourBelowHigh() {
        var example = EvidenceExample.of(candidate(HEPATOCYTE, 6, SURE), candidate(MACROPHAGE, 1, 0.5));
        var tumour = scorer.score(example.build(), Malignancy.of("liver", "Hepatocellular Carcinoma", c -> false));
        assertThat(tumour.candidates().getFirst()).satisfies(hepatocyte -> {
            assertThat(hepatocyte.verdict()).isEqualTo(Verdict.MODERATE);
            assertThat(hepatocyte.value()).isBetween(0.5, 0.7 - 1e-9);
            assertThat(hepatocyte.uncapped()).isGreaterThan(0.9);
            assertThat(hepatocyte.reasons()).containsExactly(ReasonCodes.POSSIBLY_MALIGNANT);
        });
        assertThat(tumour.candidates().get(1).reasons()).isEmpty();
        var known = scorer.score(example.build(), Malignancy.of("liver", "HCC", c -> true));
        assertThat(known.candidates().getFirst().verdict()).isEqualTo(Verdict.HIGH);
        assertThat(known.candidates().getFirst().reasons()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Liver tumour", "breast cancer", "PDAC", "Lung adenocarcinoma", "metastatic", "ccRCC"})
    void hearsOfTumours(String disease) {
        assertThat(Malignancy.of(null, disease, c -> false).suspected()).isTrue();
        assertThat(Malignancy.of(disease, null, c -> false).suspected()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"healthy", "stroma", "glaucoma", "cirrhosis", "hepatic", "crcs", "normal"})
    void hearsNoTumourWhereThereIsNone(String disease) {
        assertThat(Malignancy.of("liver", disease, c -> false).suspected()).isFalse();
    }

    @Test
    void refusesThresholdsOutOfOrder() {
        for (double[] bad : new double[][] {{0.5, 0.7}, {1.1, 0.5}, {0.7, 0}, {Double.NaN, 0.5}, {0.7, Double.NaN}}) {
            assertThatThrownBy(() ->
                            new ConfidenceScorer(bad[0], bad[1], PlainConfidence.MODEL, ONTOLOGY, LINEAGES, SOURCES))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(Double.toString(bad[0]));
        }
    }

    @Test
    void staysInRangeAndNeverRisesWithChance() { // seeded, so that a failure repeats
        var random = new Random(17);
        String[] ids = {HEPATOCYTE, CHOLANGIOCYTE, T_CELL, CD4, CD8, B_CELL, MACROPHAGE, FIBROBLAST};
        double[] odd = {0, Double.NaN, Double.POSITIVE_INFINITY, -1, 1e300, Double.MIN_VALUE};
        for (int trial = 0; trial < 2000; trial++) {
            Candidate[] candidates = new Candidate[random.nextInt(1, ids.length + 1)];
            for (int i = 0; i < candidates.length; i++) {
                double support = random.nextInt(10) == 0 ? odd[random.nextInt(odd.length)] : 10 * random.nextDouble();
                candidates[i] = candidate(ids[i], support, random.nextDouble() * (random.nextBoolean() ? 0.06 : 1));
            }
            double coverage = random.nextInt(20) == 0 ? Double.NaN : random.nextDouble();
            var example = EvidenceExample.of(candidates).coverage(coverage);
            var scored = score(example);
            for (int i = 0; i < candidates.length; i++) {
                Confidence one = scored.candidates().get(i);
                assertThat(one.value()).isBetween(0.0, 1.0);
                assertThat(one.parts().margin()).isBetween(0.0, 1.0);
                assertThat(one.parts().entropy()).isGreaterThanOrEqualTo(0).isFinite();
                if (candidates[i].pValueMax() > 0.05 || !(coverage >= 0.25)) {
                    assertThat(one.isClear()).isFalse();
                }
            }
            candidates[0] = candidate(ids[0], candidates[0].support(), Math.min(1, candidates[0].pValueMax() * 2));
            var worse = score(EvidenceExample.of(candidates).coverage(coverage));
            assertThat(worse.candidates().getFirst().value())
                    .isLessThanOrEqualTo(scored.candidates().getFirst().value());
        }
    }
}
