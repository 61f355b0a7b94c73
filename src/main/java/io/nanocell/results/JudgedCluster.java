package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cluster as the machine judged it, with what the model was shown; curations are left out.
///
/// @param cluster the machine's answer
/// @param markers the top ones, strongest first
/// @param programs best first
/// @param candidates ranked, best first
/// @param judgement what the evidence alone says
/// @param model what was asked and answered; null where nothing was asked
public record JudgedCluster(
        ClusterView cluster,
        List<MarkerView> markers,
        List<ProgramView> programs,
        List<CandidateView> candidates,
        Judgement judgement,
        @Nullable ModelCall model) {}
