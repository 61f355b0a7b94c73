package io.nanocell.results;

import org.jspecify.annotations.Nullable;

/// Parts of the confidence; null where a part does not apply.
public record PartsView(
        @Nullable Double markerCount,
        @Nullable Double posterior,
        @Nullable Double lead,
        @Nullable Double below,
        @Nullable Double markerShare,
        @Nullable Double sourceAgreement,
        @Nullable Double sourceShare,
        @Nullable Double secondLineage,
        @Nullable Double knownMarkers,
        @Nullable Double markerSupport,
        @Nullable Double margin,
        @Nullable Double coverage,
        @Nullable Double entropy,
        @Nullable Double functionalConsistency,
        @Nullable Double heterogeneity,
        @Nullable Double leakage) {}
