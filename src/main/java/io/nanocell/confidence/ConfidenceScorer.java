package io.nanocell.confidence;

import io.nanocell.evidence.Candidate;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.evidence.LineageSupport;
import io.nanocell.evidence.MarkerGene;
import io.nanocell.evidence.SourceKnowledge;
import io.nanocell.reference.CellOntology;
import io.nanocell.reference.Lineages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Says of every candidate how sure it is, from evidence alone. The model's answer is no argument here and cannot
/// become one: this module may not import it.
///
/// A candidate is UNRESOLVED whatever its value where it is not above chance or too few markers are known to any
/// label.
///
/// @param high least value of a HIGH verdict
/// @param moderate least value of a MODERATE one
/// @param model that turns parts into the probability that the candidate is right
/// @param sources that each candidate's markers are asked of one by one
public record ConfidenceScorer(
        double high,
        double moderate,
        ConfidenceModel model,
        CellOntology ontology,
        Lineages lineages,
        SourceKnowledge sources) {

    /// Of the calibration cases at or above it, more than nine in ten were right.
    public static final double DEFAULT_HIGH = 0.80;

    /// Right rather more often than wrong, even for the least sure of the cases above it.
    public static final double DEFAULT_MODERATE = 0.60;

    /// Below this share of known markers nothing is called.
    static final double LEAST_COVERAGE = 0.25;

    /// Only candidates at or below this pValueMax, and so do lineages, count as above chance.
    static final double CHANCE = 0.05;

    static final double MIXED_SHARE = 0.25; // of the cells, from which on a cluster is heterogeneous
    static final double BELOW_HIGH = 0.01; // how far below `high` a capped call stays
    private static final double STANDS_OUT = 0.10; // by which pct_in exceeds pct_out
    private static final String EPITHELIAL_CELL = "CL:0000066";

    /// @throws IllegalArgumentException unless 0 < moderate ≤ high ≤ 1
    public ConfidenceScorer {
        if (!(moderate > 0 && moderate <= high && high <= 1)) {
            throw new IllegalArgumentException(
                    "thresholds need 0 < moderate <= high <= 1, not moderate = " + moderate + ", high = " + high);
        }
    }

    /// @return one per cluster, in order
    public List<ClusterConfidence> score(List<ClusterEvidence> clusters, Malignancy malignancy) {
        return clusters.stream().map(cluster -> score(cluster, malignancy)).toList();
    }

    public ClusterConfidence score(ClusterEvidence evidence, Malignancy malignancy) {
        List<String> markers =
                evidence.markers().top().stream().map(MarkerGene::gene).toList();
        PartsOfEvidence parts = new PartsOfEvidence(ontology, lineages, sources.of(markers));
        List<Confidence> candidates = new ArrayList<>();
        for (Candidate candidate : evidence.candidates()) {
            candidates.add(confidence(candidate, evidence, parts.of(candidate, evidence), malignancy));
        }
        Confidence first =
                candidates.stream().filter(Confidence::aboveChance).findFirst().orElse(null);
        Confidence ancestor = first == null ? null : new BackOff(ontology).from(first, candidates);
        return new ClusterConfidence(
                evidence.number(),
                List.copyOf(candidates),
                ancestor == null ? first : ancestor,
                ancestor != null,
                isHeterogeneous(evidence),
                reasons(evidence));
    }

    private Confidence confidence(
            Candidate candidate, ClusterEvidence evidence, ConfidenceParts parts, Malignancy malignancy) {
        boolean aboveChance = PartsOfEvidence.pValueMax(candidate) <= CHANCE;
        boolean weak = hasWeakMarkers(candidate, evidence);
        boolean callable = aboveChance && !weak && parts.coverage() >= LEAST_COVERAGE;
        SortedSet<String> reasons = new TreeSet<>();
        if (malignancy.suspected()
                && isEpithelial(candidate.cellOntologyId())
                && !malignancy.cancerRow().test(candidate)) {
            reasons.add(ReasonCodes.POSSIBLY_MALIGNANT);
        }
        if (clearLineages(evidence) >= 2) {
            reasons.add(ReasonCodes.SECOND_LINEAGE);
        }
        double uncapped = model.value(parts);
        if (uncapped >= high && isLineageByChance(candidate, evidence)) {
            reasons.add(ReasonCodes.LINEAGE_BY_CHANCE);
        }
        double value = reasons.isEmpty() ? uncapped : Math.min(uncapped, high - BELOW_HIGH);
        if (weak) {
            reasons.add(ReasonCodes.WEAK_MARKERS);
        }
        return new Confidence(
                candidate.label(),
                candidate.cellOntologyId(),
                value,
                uncapped,
                callable ? verdict(value) : Verdict.UNRESOLVED,
                aboveChance,
                parts,
                Collections.unmodifiableSortedSet(reasons));
    }

    /// A panel made for a few types has so many markers of each that a cluster of names dealt anew now and then hits
    /// one of them.
    private static boolean isLineageByChance(Candidate candidate, ClusterEvidence evidence) {
        return !evidence.lineages().isEmpty()
                && evidence.lineages().stream()
                        .noneMatch(lineage ->
                                lineage.lineage().equals(candidate.lineage()) && lineage.pValueMax() <= CHANCE);
    }

    /// With tens of thousands of cells a difference of two in a hundred is significant, and names nothing. Where
    /// shares of cells are known, one supporting marker at least has to stand out.
    private static boolean hasWeakMarkers(Candidate candidate, ClusterEvidence evidence) {
        Set<String> supporting = Set.copyOf(candidate.supporting());
        boolean known = false;
        for (MarkerGene marker : evidence.markers().top()) {
            Double in = marker.pctIn();
            Double out = marker.pctOut();
            if (in != null && out != null && supporting.contains(marker.gene())) {
                known = true;
                if (in - out >= STANDS_OUT) {
                    return false;
                }
            }
        }
        return known;
    }

    private boolean isEpithelial(String id) {
        return id.equals(EPITHELIAL_CELL) || ontology.isAncestor(EPITHELIAL_CELL, id);
    }

    private Verdict verdict(double value) {
        if (value >= high) {
            return Verdict.HIGH;
        }
        return value >= moderate ? Verdict.MODERATE : Verdict.UNRESOLVED;
    }

    /// Two lineages above chance, each on markers of its own; where cells are there they must say so too.
    private static boolean isHeterogeneous(ClusterEvidence evidence) {
        @Nullable Double share = evidence.heterogeneity();
        return clearLineages(evidence) >= 2 && (share == null || share >= MIXED_SHARE);
    }

    private static long clearLineages(ClusterEvidence evidence) {
        return evidence.lineages().stream()
                .filter(lineage -> lineage.pValueMax() <= CHANCE)
                .map(LineageSupport::lineage)
                .distinct()
                .count();
    }

    private static SortedSet<String> reasons(ClusterEvidence evidence) {
        SortedSet<String> reasons = new TreeSet<>();
        if (evidence.programs().isEmpty()) {
            reasons.add(ReasonCodes.NO_FUNCTION);
        }
        if (!(evidence.coverage() >= LEAST_COVERAGE)) {
            reasons.add(ReasonCodes.LOW_COVERAGE);
        }
        return Collections.unmodifiableSortedSet(reasons);
    }
}
