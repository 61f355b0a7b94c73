package io.nanocell.evidence;

import io.nanocell.evidence.candidates.MarkerModel;
import io.nanocell.reference.ReferenceKnowledge;
import java.util.List;
import java.util.SortedMap;

/// The evidence of all genes for all types, worked out once per reference data and shared by all requests.
public final class CandidateKnowledge {

    private final MarkerModel model;
    private final LineageMarkers lineageMarkers;
    private final SourceKnowledge sources;

    /// Takes a few tenths of a second and some 30 MB with the full databases.
    public CandidateKnowledge(ReferenceKnowledge reference) {
        this.model = new MarkerModel(reference);
        this.lineageMarkers = new LineageMarkers(reference);
        this.sources = SourceKnowledge.of(reference);
    }

    /// @return what it was worked out from
    public ReferenceKnowledge reference() {
        return model.knowledge();
    }

    /// @return the sources one by one
    public SourceKnowledge sources() {
        return sources;
    }

    MarkerModel model() {
        return model;
    }

    /// @param panel approved symbols
    /// @return lineage → panel genes that tell it whatever the clusters are, strongest first, for [CellLineages]
    public SortedMap<String, List<String>> lineageMarkers(List<String> panel) {
        return lineageMarkers.onPanel(panel);
    }
}
