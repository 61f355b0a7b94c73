package io.nanocell.evidence.enrichment;

import io.nanocell.evidence.EnrichedTerm;
import io.nanocell.evidence.FunctionalProgram;
import io.nanocell.reference.GoSlim;
import io.nanocell.reference.GoTerm;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sums enriched terms up as a few functional programs.
///
/// Of the first 40 terms, each joins the first group whose first term shares Jaccard ≥ `jaccard` of overlap genes, or
/// opens one. Each term projects to its deepest GO-slim ancestor, and what projects to one slim term is one program,
/// whatever its group: a program never holds a term that is not below it. What has no slim ancestor stands under its
/// own name, terms of one group together under that of their best.
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
        List<EnrichedTerm> firstOfGroups = new ArrayList<>();
        Map<String, Draft> drafts = new LinkedHashMap<>(); // in the order of their best terms
        for (EnrichedTerm term : terms.subList(0, Math.min(FIRST_TERMS, terms.size()))) {
            EnrichedTerm first = firstOfGroup(term, firstOfGroups);
            Optional<GoTerm> under = slim.project(term.goId());
            String key = under.map(GoTerm::id).orElse("group of " + first.goId());
            drafts.computeIfAbsent(key, _ -> new Draft(under, new ArrayList<>()))
                    .terms
                    .add(term);
        }
        return drafts.values().stream()
                .limit(maxPrograms)
                .map(draft -> draft.finish(study))
                .toList();
    }

    private EnrichedTerm firstOfGroup(EnrichedTerm term, List<EnrichedTerm> firstOfGroups) {
        for (EnrichedTerm first : firstOfGroups) {
            if (jaccard(first.genes(), term.genes()) >= jaccard) {
                return first;
            }
        }
        firstOfGroups.add(term);
        return term;
    }

    static double jaccard(List<String> a, List<String> b) {
        Set<String> shared = new HashSet<>(a);
        shared.retainAll(new HashSet<>(b));
        int union = a.size() + b.size() - shared.size();
        return union == 0 ? 0 : (double) shared.size() / union;
    }

    /// A program while its terms come in, best first.
    private record Draft(Optional<GoTerm> slim, List<EnrichedTerm> terms) {

        FunctionalProgram finish(List<String> study) {
            EnrichedTerm best = terms.getFirst();
            Set<String> covered = new HashSet<>();
            terms.forEach(term -> covered.addAll(term.genes()));
            return new FunctionalProgram(
                    slim.map(GoTerm::name).orElse(best.name()),
                    slim.map(GoTerm::id).orElse(null),
                    -StrictMath.log10(Math.max(best.fdr(), Double.MIN_VALUE)), // an FDR may underflow to 0
                    terms.stream().map(EnrichedTerm::goId).toList(),
                    study.stream().distinct().filter(covered::contains).toList());
        }
    }
}
