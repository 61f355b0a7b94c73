package io.nanocell.evidence.enrichment;

import io.nanocell.evidence.EnrichedTerm;
import io.nanocell.evidence.FunctionalProgram;
import io.nanocell.reference.GoSlim;
import io.nanocell.reference.GoTerm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sums enriched terms up as a few functional programs.
///
/// Of the first 40 terms, each joins the first group whose first term shares Jaccard ≥ `jaccard` of overlap genes, or
/// opens one. A group stands under the GO-slim term that its first, best term projects to; groups under one slim term
/// are one program. A group whose first term has no slim ancestor stands under that term's own name.
///
/// @param jaccard smallest |A ∩ B| / |A ∪ B| of a group, in [0, 1]
/// @param maxPrograms most programs, ≥ 0
public record ProgramSummary(double jaccard, int maxPrograms) {

    private static final int FIRST_TERMS = 40;

    public ProgramSummary {
        if (!(jaccard >= 0 && jaccard <= 1)) {
            throw new IllegalArgumentException("jaccard must be in [0, 1], got " + jaccard);
        }
        if (maxPrograms < 0) {
            throw new IllegalArgumentException("maxPrograms must be ≥ 0, got " + maxPrograms);
        }
    }

    /// @param terms best first
    /// @param study the study genes, in the order in which programs list them
    /// @return programs, best first
    public List<FunctionalProgram> of(List<EnrichedTerm> terms, List<String> study, GoSlim slim) {
        Map<String, Draft> drafts = new LinkedHashMap<>(); // in the order of their best terms
        for (List<EnrichedTerm> group : groups(terms)) {
            EnrichedTerm first = group.getFirst();
            Optional<GoTerm> under = slim.project(first.goId());
            drafts.computeIfAbsent(under.map(GoTerm::id).orElse(first.goId()), _ -> new Draft(first, under))
                    .terms
                    .addAll(group);
        }
        return drafts.values().stream()
                .limit(maxPrograms)
                .map(draft -> draft.finish(study))
                .toList();
    }

    private Collection<List<EnrichedTerm>> groups(List<EnrichedTerm> terms) {
        List<List<EnrichedTerm>> groups = new ArrayList<>();
        for (EnrichedTerm term : terms.subList(0, Math.min(FIRST_TERMS, terms.size()))) {
            groups.stream()
                    .filter(group -> jaccard(group.getFirst().genes(), term.genes()) >= jaccard)
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(term), () -> groups.add(new ArrayList<>(List.of(term))));
        }
        return groups;
    }

    static double jaccard(List<String> a, List<String> b) {
        Set<String> shared = new HashSet<>(a);
        shared.retainAll(new HashSet<>(b));
        int union = a.size() + b.size() - shared.size();
        return union == 0 ? 0 : (double) shared.size() / union;
    }

    /// A program while its groups come in.
    private record Draft(EnrichedTerm first, Optional<GoTerm> slim, List<EnrichedTerm> terms) {

        Draft(EnrichedTerm first, Optional<GoTerm> slim) {
            this(first, slim, new ArrayList<>());
        }

        FunctionalProgram finish(List<String> study) {
            Set<String> covered = new HashSet<>();
            terms.forEach(term -> covered.addAll(term.genes()));
            return new FunctionalProgram(
                    slim.map(GoTerm::name).orElse(first.name()),
                    slim.map(GoTerm::id).orElse(null),
                    -StrictMath.log10(Math.max(first.fdr(), Double.MIN_VALUE)), // an FDR may underflow to 0
                    terms.stream()
                            .sorted(OverRepresentation.BEST_FIRST)
                            .map(EnrichedTerm::goId)
                            .toList(),
                    study.stream().distinct().filter(covered::contains).toList());
        }
    }
}
