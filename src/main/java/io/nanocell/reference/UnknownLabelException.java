package io.nanocell.reference;

/// A label that neither PanglaoDB nor CellMarker has.
public final class UnknownLabelException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String label;

    UnknownLabelException(String label) {
        super("\"%s\" is no label of PanglaoDB or CellMarker, and no marker set defines it".formatted(label));
        this.label = label;
    }

    /// @return what was asked for
    public String label() {
        return label;
    }
}
