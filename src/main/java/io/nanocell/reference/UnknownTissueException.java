package io.nanocell.reference;

import java.util.List;

/// A tissue that the vocabulary does not know.
public final class UnknownTissueException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String tissue;
    private final transient List<String> known;

    UnknownTissueException(String tissue, List<String> known) {
        super("unknown tissue \"%s\"; known are %s".formatted(tissue, String.join(", ", known)));
        this.tissue = tissue;
        this.known = List.copyOf(known);
    }

    /// @return what was asked for
    public String tissue() {
        return tissue;
    }

    /// @return names of the organs that are known
    public List<String> known() {
        return known;
    }
}
