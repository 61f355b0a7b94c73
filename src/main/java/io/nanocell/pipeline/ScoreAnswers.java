package io.nanocell.pipeline;

import io.nanocell.evaluation.CoverageAtRisk;
import io.nanocell.evaluation.PerfectPredictors;
import io.nanocell.evaluation.Scores;
import io.nanocell.reference.CellOntology;
import io.nanocell.results.Notice;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Turns scores into what a caller is told.
final class ScoreAnswers {

    private ScoreAnswers() {}

    static EvaluationAnswer of(
            Scores s, EvaluationRequest.Unit unit, int unpredicted, CellOntology names, List<Notice> warnings) {
        return new EvaluationAnswer(
                unit,
                s.n(),
                s.exact(),
                s.ontologyMean(),
                s.top3(),
                s.macroF1(),
                s.coverage(),
                s.selectiveAccuracy(),
                unpredicted,
                s.answers(),
                s.baseRate(),
                s.brier(),
                s.brierSkill(),
                s.ece(),
                perfect(s.perfectEce()),
                s.slope(),
                s.aurc(),
                coverages(s.coverageAtRisk()),
                s.bins().stream()
                        .map(b ->
                                new EvaluationAnswer.ConfidenceBin(b.from(), b.to(), b.n(), b.confidence(), b.right()))
                        .toList(),
                s.riskCoverage().stream()
                        .map(p -> new EvaluationAnswer.RiskPoint(p.coverage(), p.risk(), p.confidence()))
                        .toList(),
                groups(s.byTissue()),
                groups(s.byLineage()),
                s.confusion().stream()
                        .map(c -> new EvaluationAnswer.Confusion(
                                c.truth(), names(c.truth(), names), c.predicted(), names(c.predicted(), names), c.n()))
                        .toList(),
                s.lineageConfusion().stream()
                        .map(c -> new EvaluationAnswer.LineageConfusion(c.truth(), c.predicted(), c.n()))
                        .toList(),
                warnings);
    }

    private static EvaluationAnswer.@Nullable PerfectEce perfect(@Nullable PerfectPredictors perfect) {
        return perfect == null
                ? null
                : new EvaluationAnswer.PerfectEce(perfect.mean(), perfect.percentile95(), perfect.draws());
    }

    private static List<EvaluationAnswer.CoverageAtRisk> coverages(List<CoverageAtRisk> coverages) {
        return coverages.stream()
                .map(c -> new EvaluationAnswer.CoverageAtRisk(c.risk(), c.coverage(), c.low(), c.high()))
                .toList();
    }

    private static List<EvaluationAnswer.EvaluationGroup> groups(List<Scores.Group> groups) {
        return groups.stream()
                .map(g -> new EvaluationAnswer.EvaluationGroup(
                        g.name(),
                        g.n(),
                        g.exact(),
                        g.ontologyMean(),
                        g.top3(),
                        g.coverage(),
                        g.selectiveAccuracy(),
                        g.brier(),
                        g.brierSkill(),
                        g.ece(),
                        perfect(g.perfectEce()),
                        g.aurc(),
                        coverages(g.coverageAtRisk())))
                .toList();
    }

    /// What is no id ("Unresolved") stays as it is.
    private static String names(String ids, CellOntology ontology) {
        return Arrays.stream(ids.split("\\|"))
                .map(id -> ontology.canonical(id)
                        .map(live -> ontology.type(live).name())
                        .orElse(id))
                .collect(Collectors.joining("|"));
    }
}
