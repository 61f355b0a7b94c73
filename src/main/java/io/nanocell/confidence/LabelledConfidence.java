package io.nanocell.confidence;

/// A candidate of which is known whether it was right.
///
/// @param id of the case; the variants of one case (shorter, cut to a panel) have different ids
/// @param group cases that may have to do with each other (one tissue) have the same
/// @param panelGenes genes of the panel that its markers come from; 0 without one
/// @param parts of its confidence
/// @param right whether its ontology score is at least ½
/// @param weight in a fit, ≥ 0; with 0 it is judged by a fit and takes no part in it
public record LabelledConfidence(
        String id, String group, int panelGenes, ConfidenceParts parts, boolean right, double weight) {

    public LabelledConfidence {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight of %s is %s".formatted(id, weight));
        }
    }

    /// @return the same with `factor` times the weight
    public LabelledConfidence weighted(double factor) {
        return new LabelledConfidence(id, group, panelGenes, parts, right, factor * weight);
    }

    boolean isFitted() {
        return weight > 0;
    }
}
