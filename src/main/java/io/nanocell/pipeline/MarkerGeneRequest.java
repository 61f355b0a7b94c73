package io.nanocell.pipeline;

import org.jspecify.annotations.Nullable;

/// A marker of a list made elsewhere (Seurat, scanpy); everything but the name may be absent.
public record MarkerGeneRequest(
        String gene,
        @Nullable Double log2FoldChange,
        @Nullable Double pctIn,
        @Nullable Double pctOut,
        @Nullable Double pAdjusted) {}
