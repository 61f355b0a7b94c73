package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cluster as the pipeline hands it over for storage.
///
/// @param markers all kept genes, in panel order
/// @param judgement what the evidence alone says of each candidate; null where the cluster was not assessed
public record ClusterRecord(
        ClusterView cluster,
        List<MarkerView> markers,
        List<TermView> terms,
        List<ProgramView> programs,
        List<CandidateView> candidates,
        @Nullable ModelCall model,
        @Nullable Judgement judgement) {

    /// A cluster that was not assessed.
    public ClusterRecord(
            ClusterView cluster,
            List<MarkerView> markers,
            List<TermView> terms,
            List<ProgramView> programs,
            List<CandidateView> candidates,
            @Nullable ModelCall model) {
        this(cluster, markers, terms, programs, candidates, model, null);
    }
}
