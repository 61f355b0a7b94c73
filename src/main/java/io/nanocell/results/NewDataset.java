package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dataset that was read and found sound.
///
/// @param cellIds original ids of all cells, in section order
/// @param genes symbols of the panel, approved
public record NewDataset(
        String name,
        @Nullable String tissue,
        String species,
        @Nullable String disease,
        int cells,
        int controlFeatures,
        int otherFeatures,
        String sha256,
        DatasetQuality quality,
        List<FileRecord> files,
        List<Notice> warnings,
        List<String> cellIds,
        List<String> genes) {}
