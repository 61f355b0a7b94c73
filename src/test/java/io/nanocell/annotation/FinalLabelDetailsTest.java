package io.nanocell.annotation;

import static io.nanocell.annotation.JudgedClusters.*;
import static io.nanocell.confidence.Verdict.MODERATE;
import static io.nanocell.testing.EvidenceExample.candidate;
import static io.nanocell.testing.TinyOntology.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.confidence.ClusterConfidence;
import io.nanocell.confidence.Confidence;
import io.nanocell.testing.EvidenceExample;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What stands beside the decision table: back-off, caps, runner-ups.
class FinalLabelDetailsTest {

    @Test
    void saysThatTheBestWasBackedOff() {
        Confidence ancestor = MODERATE_T;
        var backedOff =
                new ClusterConfidence(1, List.of(sure(CD4, 0.4), ancestor), ancestor, true, false, new TreeSet<>());
        assertThat(join(Policy.GUARDED, backedOff, NONE))
                .returns("T cell", AnnotatedCluster::label)
                .returns(List.of("NO_MODEL", "BACKED_OFF"), AnnotatedCluster::reasons);
        assertThat(join(Policy.GUARDED, backedOff, chose(CD4)))
                .returns("T cell", AnnotatedCluster::label)
                .returns(List.of("MODEL_PREFERRED", "BACKED_OFF"), AnnotatedCluster::reasons);
    }

    @Test
    void letsNoCapOnTheBestHelpAnother() { // hepatocyte 0.95, capped to 0.69 in a tumour; fibroblast 0.72
        Confidence free = sure(HEPATOCYTE, 0.95);
        Confidence capped = new Confidence(
                free.label(),
                HEPATOCYTE,
                0.69,
                0.95,
                MODERATE,
                true,
                free.parts(),
                new TreeSet<>(List.of("POSSIBLY_MALIGNANT")));
        ClusterConfidence tumour = cluster(false, capped, sure(FIBROBLAST, 0.72));
        assertThat(join(Policy.GUARDED, tumour, chose(FIBROBLAST)).reasons()).contains("MODEL_CONTRADICTS_EVIDENCE");
        assertThat(join(Policy.GUARDED, tumour, chose(HEPATOCYTE)))
                .returns(MODERATE, AnnotatedCluster::verdict)
                .returns(0.69, AnnotatedCluster::value)
                .returns(List.of("POSSIBLY_MALIGNANT", "NO_FUNCTION"), AnnotatedCluster::reasons);
    }

    @Test
    void keepsWhatWasTentativeAmongTheRunnerUps() {
        ClusterConfidence many = cluster(
                false,
                sure(CHOLANGIOCYTE, 0.1),
                sure(T_CELL, 0.3),
                sure(CD4, 0.31),
                sure(CD8, 0.32),
                sure(B_CELL, 0.33),
                sure(MACROPHAGE, 0.34));
        assertThat(join(Policy.GUARDED, many, NONE).runnerUps())
                .extracting(Confidence::label)
                .hasSize(5)
                .startsWith("macrophage", "B cell")
                .endsWith("cholangiocyte");
    }

    @Test
    void refusesEvidenceOfAnotherCluster() {
        var evidence =
                EvidenceExample.of(candidate(HEPATOCYTE, 1, 0.01)).number(7).build();
        assertThatThrownBy(() -> new FinalLabel(Policy.GUARDED, ONTOLOGY).join(evidence, cluster(false), NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cluster 7");
    }
}
