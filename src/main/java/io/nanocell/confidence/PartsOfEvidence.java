package io.nanocell.confidence;

import io.nanocell.evidence.Candidate;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.evidence.FunctionalProgram;
import io.nanocell.evidence.LineageSupport;
import io.nanocell.evidence.SourceOpinion;
import io.nanocell.reference.CellOntology;
import io.nanocell.reference.Lineages;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The parts of each candidate's confidence.
record PartsOfEvidence(CellOntology ontology, Lineages lineages, SourceOpinion sources) {

    private static final double MANY_MARKERS = 20; // as many as a cluster reports
    private static final double FULL_SUPPORT = 3; // −log10 of the smallest p that 1,000 draws can show

    ConfidenceParts of(Candidate candidate, ClusterEvidence evidence) {
        return new ConfidenceParts(
                evidence.markers().top().size(),
                Clamp.unit(candidate.branchPosterior()),
                lead(candidate, evidence.candidates()),
                below(candidate, evidence.candidates()),
                markerShare(candidate, evidence),
                Clamp.unit(sources.agreement(candidate.cellOntologyId())),
                Clamp.unit(sources.share(candidate.cellOntologyId())),
                secondLineage(candidate, evidence.lineages()),
                Clamp.unit(StrictMath.log1p(candidate.supporting().size()) / StrictMath.log(1 + MANY_MARKERS)),
                Clamp.unit(-StrictMath.log10(pValueMax(candidate)) / FULL_SUPPORT),
                margin(candidate, evidence.candidates()),
                Clamp.unit(evidence.coverage()),
                entropy(evidence.candidates()),
                functionalConsistency(candidate, evidence.programs()),
                share(evidence.heterogeneity()),
                share(evidence.leakage()));
    }

    /// Two labels that exclude each other cannot both be likely, whatever speaks for each of them.
    private double lead(Candidate own, List<Candidate> candidates) {
        double rival = 0;
        for (Candidate other : candidates) {
            if (!related(own, other)) {
                rival = Math.max(rival, beside(own, other, candidates));
            }
        }
        double posterior = Clamp.unit(own.branchPosterior());
        return posterior > 0 ? posterior / (posterior + rival) : 0;
    }

    /// @return posterior of the candidates that are related to the rival and not to the own one
    private double beside(Candidate own, Candidate rival, List<Candidate> candidates) {
        double beside = 0;
        for (Candidate other : candidates) {
            if (related(rival, other) && !related(own, other)) {
                beside += Clamp.unit(other.posterior());
            }
        }
        return Clamp.unit(beside);
    }

    private boolean related(Candidate one, Candidate other) {
        return ontology.onOnePath(one.cellOntologyId(), other.cellOntologyId());
    }

    private double below(Candidate own, List<Candidate> candidates) {
        double below = 0;
        for (Candidate other : candidates) {
            if (ontology.isAncestor(own.cellOntologyId(), other.cellOntologyId())) {
                below += Clamp.unit(other.posterior());
            }
        }
        return Clamp.unit(below);
    }

    private static double markerShare(Candidate candidate, ClusterEvidence evidence) {
        return Clamp.unit((double) candidate.supporting().size()
                / evidence.markers().top().size());
    }

    private static double secondLineage(Candidate candidate, List<LineageSupport> lineages) {
        return lineages.stream()
                .filter(lineage -> !lineage.lineage().equals(candidate.lineage()))
                .max(Comparator.comparingDouble(LineageSupport::support))
                .map(lineage -> Clamp.unit(1 - lineage.pValueMax()))
                .orElse(0.0);
    }

    /// @return the p-value, 1 where it is none
    static double pValueMax(Candidate candidate) {
        double p = candidate.pValueMax();
        return p >= 0 && p <= 1 ? p : 1;
    }

    /// @return clamp((s₁ − s₂)/s₁) with s₂ the best candidate on no path with this one, so that an unclear
    /// subtype has a small margin and its parent a large one; 0 without support
    private double margin(Candidate own, List<Candidate> candidates) {
        double rival = 0;
        for (Candidate other : candidates) {
            if (!related(own, other)) {
                rival = Math.max(rival, support(other));
            }
        }
        double support = support(own);
        return support > 0 ? Clamp.unit((support - rival) / support) : 0;
    }

    /// @return −Σ q·ln q over the candidates, q = support / Σ support, in nats
    private static double entropy(List<Candidate> candidates) {
        double sum = 0;
        for (Candidate candidate : candidates) {
            sum += support(candidate);
        }
        double entropy = 0;
        for (Candidate candidate : candidates) {
            double share = support(candidate) / sum;
            if (share > 0) { // false for NaN too, where nothing has support
                entropy -= share * StrictMath.log(share);
            }
        }
        return Math.max(0, entropy);
    }

    /// @return share of the programs that the candidate's lineage allows; null without programs, and where the
    /// table has no row for the lineage and so cannot tell
    private @Nullable Double functionalConsistency(Candidate candidate, List<FunctionalProgram> programs) {
        Set<String> allowed = lineages.programs(candidate.lineage());
        if (programs.isEmpty() || allowed.isEmpty()) {
            return null;
        }
        long consistent = programs.stream()
                .map(FunctionalProgram::goSlimId)
                .filter(id -> id != null && allowed.contains(id))
                .count();
        return (double) consistent / programs.size();
    }

    private static double support(Candidate candidate) {
        double support = candidate.support();
        return support > 0 && support < Double.POSITIVE_INFINITY ? support : 0;
    }

    private static @Nullable Double share(@Nullable Double value) {
        return value == null || value.isNaN() ? null : Clamp.unit(value);
    }
}
