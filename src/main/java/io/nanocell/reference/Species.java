package io.nanocell.reference;

/// The species that a panel can be of; labels exist for humans so far.
public enum Species {
    HUMAN,
    MOUSE
}
