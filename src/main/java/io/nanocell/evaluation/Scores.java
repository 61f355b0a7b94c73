package io.nanocell.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// How well predictions agree with experts. "Right" is an ontology score of at least ½. The calibration figures
/// are of first answers with a confidence: labels, and the tentative ones of what was not called.
///
/// @param n truths
/// @param exact share of the truths whose very term was called
/// @param ontologyMean mean ontology score; what was not called scores 0
/// @param top3 mean of the best ontology score among the first three answers, tentative ones included
/// @param macroF1 mean F1 over the expert's classes, by exact term
/// @param coverage share of the truths that were called
/// @param selectiveAccuracy share of right ones among the called; null where none was called
/// @param answers first answers with a confidence
/// @param baseRate share of right ones among them; null where there are none
/// @param brier mean (confidence − right)²; null where there are none
/// @param brierSkill 1 − brier / (base rate · (1 − base rate)); null where all are right or all wrong
/// @param ece expected calibration error over ten bins of equal width; null where there are none
/// @param perfectEce the same of simulated predictors whose confidences are true; null where there are none
/// @param slope of the calibration line; null where it has no finite value
/// @param aurc area under the risk–coverage curve; null where there are none
/// @param coverageAtRisk share of the truths that can be answered at 5 and 10 % risk; empty where there are none
/// @param bins of confidence that have answers, ascending
/// @param riskCoverage the curve, surest first, at most 200 points
/// @param byTissue by the truth's tissue, by name; truths without one are left out
/// @param byLineage by the truth's lineage, by name; empty where lineages are not known
/// @param confusion counts by term, most frequent first
/// @param lineageConfusion counts by lineage, most frequent first; empty where lineages are not known
public record Scores(
        int n,
        double exact,
        double ontologyMean,
        double top3,
        double macroF1,
        double coverage,
        @Nullable Double selectiveAccuracy,
        int answers,
        @Nullable Double baseRate,
        @Nullable Double brier,
        @Nullable Double brierSkill,
        @Nullable Double ece,
        @Nullable PerfectPredictors perfectEce,
        @Nullable Double slope,
        @Nullable Double aurc,
        List<CoverageAtRisk> coverageAtRisk,
        List<Calibration.Bin> bins,
        List<RiskPoint> riskCoverage,
        List<Group> byTissue,
        List<Group> byLineage,
        List<Confusion> confusion,
        List<Confusion> lineageConfusion) {

    /// The truths of one tissue or lineage. Figures as in [Scores]; of few truths the calibration error says
    /// something only beside that of perfect predictors.
    public record Group(
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
            @Nullable PerfectPredictors perfectEce,
            @Nullable Double aurc,
            List<CoverageAtRisk> coverageAtRisk) {}

    /// How often a truth got an answer.
    ///
    /// @param truth Cell Ontology ids, or lineages, joined by `|`
    /// @param predicted Cell Ontology id or lineage, "Unresolved" where it was not called
    /// @param n how often
    public record Confusion(String truth, String predicted, int n) {}
}
