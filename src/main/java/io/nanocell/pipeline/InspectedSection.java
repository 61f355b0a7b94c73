package io.nanocell.pipeline;

import io.nanocell.pipeline.storage.SectionFile;
import io.nanocell.results.DatasetQuality;
import io.nanocell.results.LocatedCells;
import io.nanocell.results.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was found in the files of a sound section.
///
/// @param files that the section consists of, and nothing else that was uploaded
/// @param species "human" or "mouse" as the files say; null where they do not
/// @param controlFeatures number of control features
/// @param otherFeatures number of features that are neither genes nor controls
/// @param notices contradictions between the files (`PANEL_MISMATCH` …)
/// @param cells all of them
/// @param genes symbols of the panel, approved
/// @param obstacle why it cannot be annotated with these parameters (`TOO_FEW_CELLS`, `TOO_FEW_GENES`,
/// `UNSUPPORTED_SPECIES`); null where it can
/// @param memory bytes of heap that a job with these parameters needs
public record InspectedSection(
        List<SectionFile> files,
        @Nullable String species,
        int controlFeatures,
        int otherFeatures,
        DatasetQuality quality,
        List<Notice> notices,
        LocatedCells cells,
        List<String> genes,
        @Nullable Notice obstacle,
        long memory) {}
