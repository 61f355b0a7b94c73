package io.nanocell.results;

import org.jspecify.annotations.Nullable;

/// Statistics of a gene in a cluster; null where a marker list did not give them.
public record MarkerView(
        String gene,
        @Nullable Double log2FoldChange,
        @Nullable Double pctIn,
        @Nullable Double pctOut,
        @Nullable Double meanIn,
        @Nullable Double meanOut,
        @Nullable Double z,
        @Nullable Double pValue,
        @Nullable Double pAdjusted) {}
