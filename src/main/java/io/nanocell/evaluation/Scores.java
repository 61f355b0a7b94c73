package io.nanocell.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How well predictions agree with experts. "Right" is an ontology score of at least ½.
///
/// @param n truths
/// @param exact share of the truths whose very term was called
/// @param ontologyMean mean ontology score; what was not called scores 0
/// @param top3 mean of the best ontology score among the first three answers, tentative ones included
/// @param macroF1 mean F1 over the expert's classes, by exact term
/// @param coverage share of the truths that were called
/// @param selectiveAccuracy share of right ones among the called; null where none was called
/// @param brier mean (confidence − right)² over all first answers; null where there are none
/// @param ece expected calibration error over ten bins of equal width; null where there are no answers
/// @param aurc area under the risk–coverage curve of all first answers; null where there are none
/// @param bins of confidence that have answers, ascending
/// @param confusion counts, most frequent first
public record Scores(
        int n,
        double exact,
        double ontologyMean,
        double top3,
        double macroF1,
        double coverage,
        @Nullable Double selectiveAccuracy,
        @Nullable Double brier,
        @Nullable Double ece,
        @Nullable Double aurc,
        List<Bin> bins,
        List<Confusion> confusion) {

    /// First answers of like confidence.
    ///
    /// @param from lower border
    /// @param to upper border
    /// @param n answers
    /// @param confidence their mean
    /// @param right share of right ones
    public record Bin(double from, double to, int n, double confidence, double right) {}

    /// How often a truth got an answer.
    ///
    /// @param truth Cell Ontology ids, joined by `|`
    /// @param predicted Cell Ontology id, "Unresolved" where it was not called
    /// @param n how often
    public record Confusion(String truth, String predicted, int n) {}
}
