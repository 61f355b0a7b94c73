package io.nanocell.evidence;

import java.util.List;

/// The functional evidence of one cluster. Empty lists are an answer: no supported function.
///
/// @param terms over-represented biological processes, best first
/// @param programs their summary, best first
public record Enrichment(List<EnrichedTerm> terms, List<FunctionalProgram> programs) {

    /// Nothing is known: of a marker list without a panel.
    public static final Enrichment NONE = new Enrichment(List.of(), List.of());

    public Enrichment {
        terms = List.copyOf(terms);
        programs = List.copyOf(programs);
    }
}
