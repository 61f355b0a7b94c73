package io.nanocell.confidence;

/// What is known of the clusters, which decides how much a part of the evidence tells: one calibration each.
public enum CalibrationSetting {
    /// Marker lists of a whole transcriptome, or of nobody knows which panel.
    LIST,
    /// Marker lists of a panel: what is not on it cannot have been a marker.
    PANEL,
    /// Clusters of a section, with their cells.
    CELLS
}
