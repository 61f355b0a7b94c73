package io.nanocell.evidence;

import java.util.List;

/// What the sources say of the markers of one cluster.
///
/// @param candidates best first; empty where no label knows any of the markers
/// @param lineages best supported first, each on markers of its own
/// @param coverage weighted share of the markers that any label knows, 0..1
public record CandidateEvidence(List<Candidate> candidates, List<LineageSupport> lineages, double coverage) {

    public CandidateEvidence {
        candidates = List.copyOf(candidates);
        lineages = List.copyOf(lineages);
        if (!(coverage >= 0 && coverage <= 1)) {
            throw new IllegalArgumentException("coverage is %s, not 0..1".formatted(coverage));
        }
    }
}
