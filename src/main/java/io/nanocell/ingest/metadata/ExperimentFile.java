package io.nanocell.ingest.metadata;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/// `experiment.xenium`, as far as it is used; a member that a version of the software does not write is null.
/// Upstream: 10x Genomics, "Understanding Xenium Outputs", experiment.xenium.
///
/// @param cells `num_cells`, cells of the section
/// @param panelName `panel_name`
/// @param organism `panel_organism`, "Human", "Mouse" …
/// @param predesignedTargets `panel_num_targets_predesigned`, genes of the catalogue panel
/// @param customTargets `panel_num_targets_custom`, genes added to it
public record ExperimentFile(
        @JsonProperty("num_cells") @Nullable Long cells,
        @JsonProperty("panel_name") @Nullable String panelName,
        @JsonProperty("panel_organism") @Nullable String organism,

        @JsonProperty("panel_num_targets_predesigned") @Nullable
        Long predesignedTargets,

        @JsonProperty("panel_num_targets_custom") @Nullable Long customTargets) {}
