package io.nanocell.results;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dataset that was read and found sound.
///
/// @param located all cells
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
        LocatedCells located,
        List<String> genes,
        @Nullable Notice obstacle) {

    /// @throws IllegalArgumentException if there are more or fewer cells than `cells`
    public NewDataset {
        if (located.size() != cells) {
            throw new IllegalArgumentException("a dataset of " + cells + " cells has " + located.size());
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
            LocatedCells located,
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
                located,
                genes,
                null);
    }
}
