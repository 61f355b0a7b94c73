package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dataset that was read and found sound.
///
/// @param cellIds original ids of all cells, in section order
/// @param genes symbols of the panel, approved
/// @param obstacle why it cannot be annotated although it is sound (`TOO_FEW_CELLS`, `TOO_FEW_GENES`,
/// `UNSUPPORTED_SPECIES`), stored as the last of the warnings; null where it can
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
        List<String> genes,
        @Nullable Notice obstacle) {

    /// @throws IllegalArgumentException if the number of ids differs from the number of cells
    public NewDataset {
        if (cellIds.size() != cells) {
            throw new IllegalArgumentException("a dataset of " + cells + " cells has " + cellIds.size() + " cell ids");
        }
    }

    /// A dataset that can be annotated.
    public NewDataset(
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
            List<String> genes) {
        this(
                name,
                tissue,
                species,
                disease,
                cells,
                controlFeatures,
                otherFeatures,
                sha256,
                quality,
                files,
                warnings,
                cellIds,
                genes,
                null);
    }
}
