package io.nanocell.pipeline;

import io.nanocell.results.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How well labels agree with experts. A label is right if its ontology score is at least ½. The members from
/// `answers` to `riskCoverage` are about first answers with a confidence: labels, and the tentative ones of what
/// was not called.
///
/// @param n truths
/// @param exact share of the truths whose very term was called
/// @param ontologyMean mean of 1 for the expert's term, ½ for its parent or child, else 0; what was not called
/// scores 0
/// @param top3 mean of the best such score among the first three answers
/// @param macroF1 mean F1 over the expert's classes, by exact term
/// @param coverage share of the truths that were called
/// @param selectiveAccuracy share of right ones among the called; null where none was called
/// @param unpredicted truths for which there is no prediction; they count as not called
/// @param answers first answers with a confidence
/// @param baseRate share of right ones among them; null where there are none
/// @param brier mean (confidence − right)²; null where there are none
/// @param brierSkill 1 − brier / (baseRate · (1 − baseRate)); null where all are right or all wrong
/// @param ece expected calibration error over ten bins; null where there are none
/// @param perfectEce the same of simulated predictors whose confidences are true, at this size
/// @param slope of the calibration line, 1 for true confidences; null where it has no finite value
/// @param aurc area under the risk–coverage curve; null where there are none
/// @param coverageAtRisk share of the truths that can be answered, surest first, at 5 and 10 % wrong
/// @param bins of confidence that have answers, ascending
/// @param riskCoverage the curve, surest first, at most 200 points
/// @param byTissue by the truth's tissue
/// @param byLineage by the truth's lineage
/// @param confusion by term, most frequent first
/// @param lineageConfusion by lineage, most frequent first
public record EvaluationAnswer(
        EvaluationRequest.Unit unit,
        int n,
        double exact,
        double ontologyMean,
        double top3,
        double macroF1,
        double coverage,
        @Nullable Double selectiveAccuracy,
        int unpredicted,
        int answers,
        @Nullable Double baseRate,
        @Nullable Double brier,
        @Nullable Double brierSkill,
        @Nullable Double ece,
        @Nullable PerfectEce perfectEce,
        @Nullable Double slope,
        @Nullable Double aurc,
        List<CoverageAtRisk> coverageAtRisk,
        List<ConfidenceBin> bins,
        List<RiskPoint> riskCoverage,
        List<EvaluationGroup> byTissue,
        List<EvaluationGroup> byLineage,
        List<Confusion> confusion,
        List<LineageConfusion> lineageConfusion,
        List<Notice> warnings) {

    /// @param mean mean error of perfect predictors of this size
    /// @param percentile95 error that 95 % of them stay at or below
    /// @param draws simulated predictors
    public record PerfectEce(double mean, double percentile95, int draws) {}

    /// @param risk share of wrong ones among the answered
    /// @param low lower end of the 95 % bootstrap interval
    /// @param high upper end of it
    public record CoverageAtRisk(double risk, double coverage, double low, double high) {}

    /// @param confidence mean of the bin
    /// @param right share of right ones in the bin
    public record ConfidenceBin(double from, double to, int n, double confidence, double right) {}

    /// @param coverage share of the truths that is answered
    /// @param risk share of wrong ones among those
    /// @param confidence of the least sure of them
    public record RiskPoint(double coverage, double risk, double confidence) {}

    /// @param name tissue or lineage; the other members as above
    public record EvaluationGroup(
            String name,
            int n,
            double exact,
            double ontologyMean,
            double top3,
            double coverage,
            @Nullable Double selectiveAccuracy,
            @Nullable Double brier,
            @Nullable Double brierSkill,
            @Nullable Double ece,
            @Nullable PerfectEce perfectEce,
            @Nullable Double aurc,
            List<CoverageAtRisk> coverageAtRisk) {}

    /// @param truth Cell Ontology ids, several joined by `|`
    /// @param truthLabel their names
    /// @param predicted Cell Ontology id, "Unresolved" where it was not called, "no term" for a label without one
    /// @param predictedLabel its name
    public record Confusion(String truth, String truthLabel, String predicted, String predictedLabel, int n) {}

    /// @param truth lineage, several joined by `|`
    /// @param predicted lineage, "Unresolved" where it was not called
    public record LineageConfusion(String truth, String predicted, int n) {}
}
