package io.nanocell.simulation;

import io.nanocell.ingest.XeniumSection;
import java.util.List;

/// A synthetic section and the truth about it.
///
/// @param section as a reader would return it; its panel's name says "synthetic"
/// @param design what was planted
/// @param panel which genes are measured, and which markers are silent
/// @param types the planted types
/// @param typeOfCell index into `types`, one per cell
/// @param nicheOfCell index into the design's niches, one per cell
/// @param parameters what it was made with
public record SimulatedSection(
        XeniumSection section,
        SectionDesign design,
        SyntheticPanel panel,
        List<SimulatedType> types,
        int[] typeOfCell,
        int[] nicheOfCell,
        SectionSimulator parameters) {}
