package io.nanocell.simulation;

/// What an annotation of a niche can be expected to say.
public enum NicheKind {
    /// One type with at least 85 % of the cells: its name.
    PURE,
    /// Two types of different lineages, half and half: "Heterogeneous" or "Unresolved", never one name that
    /// looks sure.
    MIXED,
    /// Subtypes of one parent, evenly: the parent or "Unresolved".
    AMBIGUOUS
}
