package io.nanocell.reference;

/// That a source has seen a type in a tissue.
///
/// @param source of the mention
/// @param publication as in [MarkerList]
/// @param cellOntologyId of the type
/// @param tissue as the source writes it, lower case
/// @param weight how much it counts, > 0
public record TissueMention(
        MarkerSource source, String publication, String cellOntologyId, String tissue, double weight) {

    public TissueMention {
        if (!(weight > 0)) {
            throw new IllegalArgumentException(
                    "mention of %s in %s has weight %s".formatted(cellOntologyId, tissue, weight));
        }
    }
}
