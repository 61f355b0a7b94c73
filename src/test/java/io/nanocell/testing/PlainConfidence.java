package io.nanocell.testing;

import io.nanocell.confidence.ConfidenceModel;
import io.nanocell.confidence.ConfidenceScorer;
import java.util.List;

/// A scorer whose weights are round numbers and stay as they are when the shipped ones are fitted anew.
public final class PlainConfidence {

    public static final double INTERCEPT = -3;

    /// posterior / √markers, posterior / markers, lead, below, markerShare, sourceAgreement, sourceShare,
    /// secondLineage,
    /// knownMarkers, markerSupport, margin, coverage, entropy, heterogeneity, leakage
    public static final List<Double> WEIGHTS =
            List.of(0.0, 1.5, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 2.0, 2.0, 1.0, 0.25, 1.0, 1.0);

    public static final ConfidenceModel MODEL = new ConfidenceModel(INTERCEPT, WEIGHTS);

    public static final ConfidenceScorer SCORER =
            new ConfidenceScorer(0.7, 0.5, MODEL, TinyOntology.ONTOLOGY, TinyOntology.LINEAGES, TinyOntology.SOURCES);

    private PlainConfidence() {}
}
