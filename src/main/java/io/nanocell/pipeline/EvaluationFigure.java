package io.nanocell.pipeline;

import io.nanocell.evaluation.Scores;
import io.nanocell.pipeline.figures.ReliabilityDiagram;
import io.nanocell.pipeline.figures.RiskCoverageFigure;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// The figures of an evaluation, as SVG.
public enum EvaluationFigure {
    RELIABILITY("reliability", ReliabilityDiagram::of),
    RISK_COVERAGE("risk-coverage", RiskCoverageFigure::of);

    private final String title;
    private final transient Function<Scores, String> drawing;

    EvaluationFigure(String title, Function<Scores, String> drawing) {
        this.title = title;
        this.drawing = drawing;
    }

    /// @return its name in requests and of its file
    public String title() {
        return title;
    }

    /// @return an SVG document
    public String of(Scores scores) {
        return drawing.apply(scores);
    }

    public static Optional<EvaluationFigure> byTitle(String title) {
        return Arrays.stream(values()).filter(f -> f.title.equals(title)).findFirst();
    }
}
