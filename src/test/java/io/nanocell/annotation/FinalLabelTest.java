package io.nanocell.annotation;

import static io.nanocell.annotation.DecidedBy.EVIDENCE;
import static io.nanocell.annotation.DecidedBy.MODEL;
import static io.nanocell.annotation.JudgedClusters.*;
import static io.nanocell.confidence.Verdict.HETEROGENEOUS;
import static io.nanocell.confidence.Verdict.HIGH;
import static io.nanocell.confidence.Verdict.MODERATE;
import static io.nanocell.confidence.Verdict.UNRESOLVED;
import static io.nanocell.testing.TinyOntology.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.confidence.ClusterConfidence;
import io.nanocell.confidence.Verdict;
import io.nanocell.inference.ModelAnswer;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The decision table of the method, each row of it.
class FinalLabelTest {

    static Stream<Arguments> guarded() {
        ClusterConfidence high = cluster(
                false,
                HIGH_T,
                sure(CD4, 0.75),
                sure(CD8, 0.3),
                sure(LYMPHOCYTE, 0.55),
                sure(B_CELL, 0.89),
                sure(CHOLANGIOCYTE, 0.9),
                sure(FIBROBLAST, 0.79),
                sure(MACROPHAGE, 0));
        ClusterConfidence moderate = cluster(
                false,
                MODERATE_T,
                sure(CD4, 0.45),
                sure(LYMPHOCYTE, 0.3),
                sure(B_CELL, 0.5),
                sure(FIBROBLAST, 0.49),
                sure(HEPATOCYTE, 0.72));
        ClusterConfidence low = cluster(false, sure(T_CELL, 0.4), sure(B_CELL, 0.35));
        ClusterConfidence mixed = cluster(true, HIGH_T, sure(HEPATOCYTE, 0.8));
        ClusterConfidence chance = cluster(false, sure(T_CELL, 0), sure(B_CELL, 0));
        ClusterConfidence empty = cluster(false);
        return Stream.of(
                // heterogeneous, whatever the model says
                row(mixed, chose(T_CELL), "Heterogeneous", HETEROGENEOUS, EVIDENCE, "TWO_LINEAGES"),
                row(mixed, ABSTAINED, "Heterogeneous", HETEROGENEOUS, EVIDENCE, "TWO_LINEAGES"),
                row(mixed, NONE, "Heterogeneous", HETEROGENEOUS, EVIDENCE, "TWO_LINEAGES"),
                row(
                        cluster(true, sure(T_CELL, 0)),
                        chose(T_CELL),
                        "Heterogeneous",
                        HETEROGENEOUS,
                        EVIDENCE,
                        "TWO_LINEAGES"),
                // nothing above chance, whatever the model says
                row(chance, chose(T_CELL), "Unresolved", UNRESOLVED, EVIDENCE, "NO_SUPPORT"),
                row(chance, NONE, "Unresolved", UNRESOLVED, EVIDENCE, "NO_SUPPORT"),
                row(empty, NONE, "Unresolved", UNRESOLVED, EVIDENCE, "NO_SUPPORT"),
                // the model's choice is b, more general, or as sure
                row(high, chose(T_CELL), "T cell", HIGH, MODEL),
                row(moderate, chose(T_CELL), "T cell", MODERATE, MODEL),
                row(high, chose(LYMPHOCYTE), "lymphocyte", MODERATE, MODEL, "MODEL_PREFERRED"),
                row(high, chose(CHOLANGIOCYTE), "cholangiocyte", HIGH, MODEL, "MODEL_PREFERRED"),
                row(
                        cluster(false, sure(T_CELL, 0.6), sure(CD4, 0.61)),
                        chose(CD4),
                        "CD4-positive, alpha-beta T cell",
                        MODERATE,
                        MODEL,
                        "MODEL_PREFERRED"),
                row(moderate, chose(HEPATOCYTE), "hepatocyte", HIGH, MODEL, "MODEL_PREFERRED"),
                // an ancestor so general that it tells nothing, however sure
                row(cluster(false, HIGH_T, sure(ROOT, 0.95)), chose(ROOT), "T cell", HIGH, EVIDENCE, "MODEL_OVERRULED"),
                row(
                        cluster(false, MODERATE_T, sure(ROOT, 0.95)),
                        chose(ROOT),
                        "Unresolved",
                        UNRESOLVED,
                        EVIDENCE,
                        "MODEL_CONTRADICTS_EVIDENCE"),
                // a subtype of b that is less sure: b
                row(high, chose(CD4), "T cell", HIGH, EVIDENCE, "MODEL_PREFERRED", "BACKED_OFF"),
                // admissible but not clear itself: its clear ancestor, else nothing
                row(high, chose(CD8), "T cell", HIGH, EVIDENCE, "MODEL_PREFERRED", "BACKED_OFF"),
                row(moderate, chose(CD4), "T cell", MODERATE, EVIDENCE, "MODEL_PREFERRED", "BACKED_OFF"),
                row(
                        moderate,
                        chose(LYMPHOCYTE),
                        "Unresolved",
                        UNRESOLVED,
                        EVIDENCE,
                        "MODEL_PREFERRED",
                        "LOW_CONFIDENCE"),
                row(low, chose(T_CELL), "Unresolved", UNRESOLVED, EVIDENCE, "LOW_CONFIDENCE"),
                row(low, chose(B_CELL), "Unresolved", UNRESOLVED, EVIDENCE, "MODEL_CONTRADICTS_EVIDENCE"),
                // another, b is HIGH
                row(high, chose(FIBROBLAST), "T cell", HIGH, EVIDENCE, "MODEL_OVERRULED"),
                row(high, chose(B_CELL), "T cell", HIGH, EVIDENCE, "MODEL_OVERRULED"), // 0.01 less sure
                row(high, chose(MACROPHAGE), "T cell", HIGH, EVIDENCE, "MODEL_OVERRULED"),
                row(
                        high,
                        chose(HEPATOCYTE),
                        "T cell",
                        HIGH,
                        EVIDENCE,
                        "MODEL_OVERRULED"), // of ALL labels, no candidate
                row(high, ABSTAINED, "T cell", HIGH, EVIDENCE, "MODEL_ABSTAINED"),
                // another, b is not HIGH
                row(moderate, chose(FIBROBLAST), "Unresolved", UNRESOLVED, EVIDENCE, "MODEL_CONTRADICTS_EVIDENCE"),
                row(moderate, chose(B_CELL), "Unresolved", UNRESOLVED, EVIDENCE, "MODEL_CONTRADICTS_EVIDENCE"),
                row(moderate, chose(MACROPHAGE), "Unresolved", UNRESOLVED, EVIDENCE, "MODEL_CONTRADICTS_EVIDENCE"),
                row(moderate, ABSTAINED, "Unresolved", UNRESOLVED, EVIDENCE, "MODEL_ABSTAINED"),
                row(low, ABSTAINED, "Unresolved", UNRESOLVED, EVIDENCE, "MODEL_ABSTAINED"),
                // no model
                row(high, NONE, "T cell", HIGH, EVIDENCE, "NO_MODEL"),
                row(high, UNUSABLE, "T cell", HIGH, EVIDENCE, "NO_MODEL"),
                row(moderate, UNAVAILABLE, "T cell", MODERATE, EVIDENCE, "NO_MODEL"),
                row(low, NONE, "Unresolved", UNRESOLVED, EVIDENCE, "NO_MODEL", "LOW_CONFIDENCE"));
    }

    static Stream<Arguments> asPublished() {
        ClusterConfidence high = cluster(false, HIGH_T, sure(FIBROBLAST, 0.55), sure(B_CELL, 0.2), sure(MACROPHAGE, 0));
        ClusterConfidence mixed = cluster(true, HIGH_T, sure(HEPATOCYTE, 0.8));
        return Stream.of(
                row(high, chose(T_CELL), "T cell", HIGH, MODEL),
                row(high, chose(FIBROBLAST), "fibroblast", MODERATE, MODEL, "MODEL_PREFERRED"),
                row(high, chose(B_CELL), "Unresolved", UNRESOLVED, EVIDENCE, "MODEL_PREFERRED", "LOW_CONFIDENCE"),
                row(high, chose(MACROPHAGE), "Unresolved", UNRESOLVED, EVIDENCE, "NO_SUPPORT"),
                row(high, chose(HEPATOCYTE), "Unresolved", UNRESOLVED, EVIDENCE, "NO_SUPPORT"),
                row(high, ABSTAINED, "Unresolved", UNRESOLVED, MODEL, "MODEL_ABSTAINED"),
                row(high, UNAVAILABLE, "T cell", HIGH, EVIDENCE, "NO_MODEL"),
                row(mixed, chose(HEPATOCYTE), "hepatocyte", HIGH, MODEL, "TWO_LINEAGES", "MODEL_PREFERRED"),
                row(mixed, NONE, "Heterogeneous", HETEROGENEOUS, EVIDENCE, "TWO_LINEAGES"));
    }

    static Stream<Arguments> evidenceOnly() {
        ClusterConfidence high = cluster(false, HIGH_T, sure(CD4, 0.85));
        ClusterConfidence low = cluster(false, sure(T_CELL, 0.4));
        return Stream.of(
                row(high, chose(CD4), "T cell", HIGH, EVIDENCE),
                row(high, ABSTAINED, "T cell", HIGH, EVIDENCE),
                row(high, NONE, "T cell", HIGH, EVIDENCE, "NO_MODEL"),
                row(low, chose(T_CELL), "Unresolved", UNRESOLVED, EVIDENCE, "LOW_CONFIDENCE"),
                row(cluster(true, HIGH_T), chose(T_CELL), "Heterogeneous", HETEROGENEOUS, EVIDENCE, "TWO_LINEAGES"),
                row(cluster(false), NONE, "Unresolved", UNRESOLVED, EVIDENCE, "NO_SUPPORT"));
    }

    static Arguments row(
            ClusterConfidence confidence,
            @Nullable ModelAnswer answer,
            String label,
            Verdict verdict,
            DecidedBy decidedBy,
            String... reasons) {
        return Arguments.of(confidence, answer, label, verdict, decidedBy, List.of(reasons));
    }

    @ParameterizedTest
    @MethodSource("guarded")
    void guardsTheModelByTheEvidence(
            ClusterConfidence confidence,
            @Nullable ModelAnswer answer,
            String label,
            Verdict verdict,
            DecidedBy by,
            List<String> reasons) {
        verify(join(Policy.GUARDED, confidence, answer), label, verdict, by, reasons);
    }

    @ParameterizedTest
    @MethodSource("asPublished")
    void letsTheModelStandAsPublished(
            ClusterConfidence confidence,
            @Nullable ModelAnswer answer,
            String label,
            Verdict verdict,
            DecidedBy by,
            List<String> reasons) {
        verify(join(Policy.MODEL, confidence, answer), label, verdict, by, reasons);
    }

    @ParameterizedTest
    @MethodSource("evidenceOnly")
    void onlyRecordsTheModel(
            ClusterConfidence confidence,
            @Nullable ModelAnswer answer,
            String label,
            Verdict verdict,
            DecidedBy by,
            List<String> reasons) {
        verify(join(Policy.EVIDENCE, confidence, answer), label, verdict, by, reasons);
    }

    static void verify(AnnotatedCluster cluster, String label, Verdict verdict, DecidedBy by, List<String> reasons) {
        assertThat(cluster.label()).isEqualTo(label);
        assertThat(cluster.verdict()).isEqualTo(verdict);
        assertThat(cluster.decidedBy()).isEqualTo(by);
        assertThat(cluster.reasons())
                .containsExactlyElementsOf(Stream.concat(reasons.stream(), Stream.of("NO_FUNCTION"))
                        .toList());
        AnnotationInvariants.check(cluster);
    }
}
