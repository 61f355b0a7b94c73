package io.nanocell.evidence;

import io.nanocell.evidence.enrichment.OverRepresentation;
import io.nanocell.evidence.enrichment.PanelAnnotations;
import io.nanocell.evidence.enrichment.ProgramSummary;
import io.nanocell.numerics.Cancellation;
import io.nanocell.reference.GoSlim;
import java.util.List;

/// A panel that is ready to explain clusters; made by [EnrichmentStage#on]. Safe for use by many threads.
public final class PanelEnrichment {

    private static final int STUDY_SHARE = 4; // of the panel at most a quarter

    private final PanelAnnotations panel;
    private final GoSlim slim;
    private final OverRepresentation test;
    private final ProgramSummary summary;

    PanelEnrichment(PanelAnnotations panel, GoSlim slim, OverRepresentation test, ProgramSummary summary) {
        this.panel = panel;
        this.slim = slim;
        this.test = test;
        this.summary = summary;
    }

    /// @return terms and programs of the cluster's study genes; genes off the panel do not count, of the others the
    /// strongest, at most a quarter of the panel
    public Enrichment explain(ClusterMarkers markers) {
        Cancellation.check();
        List<String> study = markers.study().stream()
                .distinct()
                .filter(panel::contains)
                .limit(panel.size() / STUDY_SHARE)
                .toList();
        List<EnrichedTerm> terms = test.test(panel, study);
        return new Enrichment(terms, summary.of(terms, study, slim));
    }
}
