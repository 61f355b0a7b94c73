package io.nanocell.results;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cluster with all its evidence: the members of `ClusterView`, flat, and what lies behind them.
///
/// @param reannotated id of the reannotation that the machine's answer comes from, which tells its
/// parameters; null where it is the job's own
public record ClusterDetail(
        int number,
        String name,
        int cells,
        @Nullable String label,
        @Nullable String cellOntologyId,
        String verdict,
        @Nullable Double confidence,
        List<String> reasons,
        String decidedBy,
        List<String> topMarkers,
        List<RunnerUp> runnerUps,
        PartsView confidenceParts,
        List<MarkerView> markers,
        List<TermView> terms,
        List<ProgramView> programs,
        List<CandidateView> candidates,
        @Nullable ModelCall model,
        List<CurationView> curations,
        List<TypeShare> composition,
        @Nullable UUID reannotated) {

    /// As the job has left it, without the types of its cells.
    public ClusterDetail(
            int number,
            String name,
            int cells,
            @Nullable String label,
            @Nullable String cellOntologyId,
            String verdict,
            @Nullable Double confidence,
            List<String> reasons,
            String decidedBy,
            List<String> topMarkers,
            List<RunnerUp> runnerUps,
            PartsView confidenceParts,
            List<MarkerView> markers,
            List<TermView> terms,
            List<ProgramView> programs,
            List<CandidateView> candidates,
            @Nullable ModelCall model,
            List<CurationView> curations) {
        this(
                number,
                name,
                cells,
                label,
                cellOntologyId,
                verdict,
                confidence,
                reasons,
                decidedBy,
                topMarkers,
                runnerUps,
                confidenceParts,
                markers,
                terms,
                programs,
                candidates,
                model,
                curations,
                List.of(),
                null);
    }
}
