package io.nanocell.reference;

/// The species that a panel can be of. Markers are known of human genes; those of mice come by orthology.
public enum Species {
    HUMAN,
    MOUSE
}
