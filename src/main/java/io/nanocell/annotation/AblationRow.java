package io.nanocell.annotation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a setting does to the same clusters. A share of nothing is null.
///
/// @param asked clusters that were asked about
/// @param agreement share of the clusters with a usable answer where it was the best-supported candidate
/// @param offList share of the clusters that were answered where a label off the list was named, before our check
/// @param abstained share of the clusters with a usable answer where it was "Unresolved"
/// @param unusable clusters whose answers did not hold
/// @param unavailable clusters without any answer
/// @param coverage share of all clusters with a label
/// @param flips share of all clusters whose label is another one than in the run compared with
/// @param evidenceFlips share of all clusters whose label is another one than the evidence alone gives
/// @param clusters as annotated, for scoring against a truth
public record AblationRow(
        AblationSetting setting,
        int asked,
        @Nullable Double agreement,
        @Nullable Double offList,
        @Nullable Double abstained,
        int unusable,
        int unavailable,
        @Nullable Double coverage,
        @Nullable Double flips,
        @Nullable Double evidenceFlips,
        List<AnnotatedCluster> clusters) {}
