package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the evidence alone says of a cluster: stored beside its label, so that what the model and the policy did
/// can be told apart from it later.
///
/// @param best label of the best-supported candidate: the first above chance, or the clear ancestor that it was
/// backed off to; null where none is above chance
/// @param backedOff whether `best` is such an ancestor
/// @param heterogeneous whether two lineages stand on markers of their own
/// @param reasons codes that bear on the whole cluster
/// @param candidates all of them, in rank order
public record Judgement(
        @Nullable String best,
        boolean backedOff,
        boolean heterogeneous,
        List<String> reasons,
        List<CandidateJudgement> candidates) {}
