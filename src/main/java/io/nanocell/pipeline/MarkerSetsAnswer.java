package io.nanocell.pipeline;

import io.nanocell.results.JobParameters;
import io.nanocell.results.Notice;
import java.util.List;

/// Marker sets of a file, ready for `parameters.labelSpace.markerSets`.
///
/// @param markerSets in the file's order, genes by approved symbols
/// @param warnings unknown genes, genes that stood twice
public record MarkerSetsAnswer(List<JobParameters.MarkerSet> markerSets, List<Notice> warnings) {}
