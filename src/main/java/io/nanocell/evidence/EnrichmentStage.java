package io.nanocell.evidence;

import io.nanocell.evidence.enrichment.OverRepresentation;
import io.nanocell.evidence.enrichment.PanelAnnotations;
import io.nanocell.evidence.enrichment.ProgramSummary;
import io.nanocell.reference.GoReference;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Explains clusters by the Gene Ontology's biological processes, within the panel and never against the genome.
///
/// @param maxFdr largest false discovery rate of a term, in [0, 1]
/// @param minOverlap fewest study genes of a term, ≥ 1
/// @param minTermSize fewest panel genes of a tested term, ≥ 1
/// @param maxTermSize most panel genes of a tested term, ≥ minTermSize
/// @param evidenceCodes annotations that count, by evidence code ("IDA"); empty: all
/// @param jaccard smallest share of genes that groups two terms, in [0, 1]
/// @param maxPrograms most programs, ≥ 0
public record EnrichmentStage(
        double maxFdr,
        int minOverlap,
        int minTermSize,
        int maxTermSize,
        Set<String> evidenceCodes,
        double jaccard,
        int maxPrograms) {

    public EnrichmentStage {
        evidenceCodes = Collections.unmodifiableSet(new TreeSet<>(evidenceCodes));
        var _ = new OverRepresentation(minTermSize, maxTermSize, maxFdr, minOverlap); // checks what it is given
        var _ = new ProgramSummary(jaccard, maxPrograms);
    }

    public EnrichmentStage() {
        this(0.10, 2, 2, 500, Set.of(), 0.35, 8);
    }

    /// Prepares a panel: its annotations are propagated once, for all clusters.
    ///
    /// @param population approved symbols of the panel's kept genes
    /// @throws IllegalArgumentException if no annotation carries any of the evidence codes
    public PanelEnrichment on(GoReference go, List<String> population) {
        Set<String> known = go.annotations().evidenceCodes();
        if (!evidenceCodes.isEmpty() && evidenceCodes.stream().noneMatch(known::contains)) {
            throw new IllegalArgumentException("no annotation in use carries any of the evidence codes %s; there are %s"
                    .formatted(evidenceCodes, known.isEmpty() ? "none" : known));
        }
        return new PanelEnrichment(
                new PanelAnnotations(go.ontology(), go.annotations(), population, evidenceCodes),
                go.slim(),
                new OverRepresentation(minTermSize, maxTermSize, maxFdr, minOverlap),
                new ProgramSummary(jaccard, maxPrograms));
    }
}
