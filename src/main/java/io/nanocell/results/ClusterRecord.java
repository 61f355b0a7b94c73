package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cluster as the pipeline hands it over for storage.
///
/// @param markers all kept genes, in panel order
public record ClusterRecord(
        ClusterView cluster,
        List<MarkerView> markers,
        List<TermView> terms,
        List<ProgramView> programs,
        List<CandidateView> candidates,
        @Nullable ModelCall model) {}
