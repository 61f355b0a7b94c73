package io.nanocell.pipeline;

import io.nanocell.evaluation.Scores;
import io.nanocell.pipeline.figures.ReliabilityDiagram;
import io.nanocell.pipeline.figures.RiskCoverageFigure;
import java.util.Arrays;
import java.util.Optional;

/// The figures of an evaluation, as SVG.
public enum EvaluationFigure {
    RELIABILITY("reliability"),
    RISK_COVERAGE("risk-coverage");

    private final String title;

    EvaluationFigure(String title) {
        this.title = title;
    }

    /// @return its name in requests and of its file
    public String title() {
        return title;
    }

    /// @return an SVG document
    public String of(Scores scores) {
        return switch (this) {
            case RELIABILITY -> ReliabilityDiagram.of(scores);
            case RISK_COVERAGE -> RiskCoverageFigure.of(scores);
        };
    }

    public static Optional<EvaluationFigure> byTitle(String title) {
        return Arrays.stream(values()).filter(f -> f.title.equals(title)).findFirst();
    }
}
