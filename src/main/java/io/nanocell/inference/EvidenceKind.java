package io.nanocell.inference;

/// What of a cluster's evidence the model is shown.
public enum EvidenceKind {
    /// Top marker genes with the share of cells and the fold change.
    MARKERS,
    /// Support and supporting genes of each candidate. Without it the labels stand in alphabetical order, so that
    /// the ranking does not show.
    CANDIDATES,
    /// GO-slim programs.
    PROGRAMS
}
