package io.nanocell.testing;

import io.nanocell.evidence.Candidate;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.evidence.ClusterMarkers;
import io.nanocell.evidence.FunctionalProgram;
import io.nanocell.evidence.LineageSupport;
import io.nanocell.evidence.MarkerGene;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Evidence of one cluster, built step by step; what is not set is the plain, convincing case.
///
/// @param genes names of the markers, strongest first
public record EvidenceExample(
        int number,
        List<String> genes,
        List<Candidate> candidates,
        List<FunctionalProgram> programs,
        List<LineageSupport> lineages,
        double coverage,
        @Nullable Double heterogeneity,
        @Nullable Double leakage) {

    /// @param candidates ranked, best first
    public static EvidenceExample of(Candidate... candidates) {
        return new EvidenceExample(
                1,
                List.of("ALB", "APOA1", "TTR"),
                List.of(candidates),
                List.of(new FunctionalProgram(
                        "lipid metabolic process", "GO:0006629", 4, List.of("GO:0008203"), List.of("APOA1"))),
                List.of(),
                1,
                null,
                null);
    }

    /// A candidate whose label is its Cell Ontology name.
    public static Candidate candidate(String cellOntologyId, double support, double pValueMax) {
        return new Candidate(
                TinyOntology.ONTOLOGY.type(cellOntologyId).name(),
                cellOntologyId,
                TinyOntology.LINEAGES.of(cellOntologyId),
                support,
                0.5,
                0.8,
                pValueMax / 2,
                pValueMax,
                List.of("ALB", "TTR"),
                List.of("CYP3A4"),
                List.of("HAMP"),
                List.of());
    }

    public EvidenceExample number(int value) {
        return new EvidenceExample(value, genes, candidates, programs, lineages, coverage, heterogeneity, leakage);
    }

    public EvidenceExample genes(List<String> value) {
        return new EvidenceExample(number, value, candidates, programs, lineages, coverage, heterogeneity, leakage);
    }

    public EvidenceExample explainedBy(FunctionalProgram... value) {
        return new EvidenceExample(
                number, genes, candidates, List.of(value), lineages, coverage, heterogeneity, leakage);
    }

    public EvidenceExample coverage(double value) {
        return new EvidenceExample(number, genes, candidates, programs, lineages, value, heterogeneity, leakage);
    }

    /// Two lineages with these pValueMax, and the share of cells that disagree (null: no cells).
    public EvidenceExample mixture(double first, double second, @Nullable Double share) {
        List<LineageSupport> two = List.of(
                new LineageSupport("hepatic", 9, first, List.of("ALB")),
                new LineageSupport("lymphoid", 5, second, List.of("CD3E")));
        return new EvidenceExample(number, genes, candidates, programs, two, coverage, share, leakage);
    }

    public ClusterEvidence build() {
        List<MarkerGene> markers = genes.stream()
                .map(gene -> new MarkerGene(gene, 3.21, 0.9, 0.05, 2.0, 0.1, 40.0, 0.0, 0.0, 2.7))
                .toList();
        return new ClusterEvidence(
                number,
                "Cluster " + number,
                new ClusterMarkers(number, markers, markers, genes, Collections.emptySortedSet(), 0.02),
                List.of(),
                programs,
                candidates,
                lineages,
                coverage,
                heterogeneity,
                leakage);
    }
}
