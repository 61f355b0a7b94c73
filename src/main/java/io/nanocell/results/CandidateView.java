package io.nanocell.results;

import java.util.List;

/// A candidate label and what speaks for it.
public record CandidateView(
        String label,
        String cellOntologyId,
        String lineage,
        double support,
        double pValue,
        double pValueMax,
        double confidence,
        List<String> supporting,
        List<String> absentOnPanel,
        List<String> notOnPanel,
        List<String> conflicting) {}
