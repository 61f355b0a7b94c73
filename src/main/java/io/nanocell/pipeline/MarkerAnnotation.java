package io.nanocell.pipeline;

import io.nanocell.results.CandidateView;
import io.nanocell.results.PartsView;
import io.nanocell.results.ProgramView;
import io.nanocell.results.RunnerUp;
import io.nanocell.results.TermView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer for one list: a cluster without cells.
public record MarkerAnnotation(
        String id,
        int number,
        String name,
        @Nullable String label,
        @Nullable String cellOntologyId,
        String verdict,
        @Nullable Double confidence,
        List<String> reasons,
        String decidedBy,
        List<String> topMarkers,
        List<RunnerUp> runnerUps,
        PartsView confidenceParts,
        List<CandidateView> candidates,
        List<TermView> terms,
        List<ProgramView> programs) {}
