package io.nanocell.cli;

import io.nanocell.evaluation.Scores;
import io.nanocell.pipeline.CaseEvaluation;
import io.nanocell.pipeline.EvaluationFigure;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Scores the ranking on a table of marker lists that experts have named.
final class EvaluateCommand implements Command {

    @Override
    public Set<String> options() {
        return Set.of("cases", "reference", "without", "panel", "answers", "figures", "leave-out", "seeds");
    }

    @Override
    public String usage() {
        return "--cases FILE.tsv (columns tissue, markers by comma, expert_cl_ids by |; case_id, species if there)"
                + " [--reference FOLDER of official files] [--without SOURCE,…]"
                + " [--panel FILE.csv whose genes the lists are cut to]"
                + " [--answers FILE.tsv for what is said of each case]"
                + " [--figures FOLDER for reliability.svg and risk-coverage.svg]\n" + HeldOutScores.USAGE;
    }

    @Override
    public void run(Options options, PrintStream out) {
        if (!options.text("leave-out", "").isBlank()) {
            for (String other : List.of("cases", "panel", "answers", "figures")) {
                if (!options.text(other, "").isBlank()) {
                    throw new UsageException("--%s goes with cases of your own, not with --leave-out".formatted(other));
                }
            }
            HeldOutScores.print(options, out);
            return;
        }
        CaseFile file = CaseFile.read(Path.of(options.required("cases")));
        String panel = options.text("panel", "");
        List<String> genes = panel.isBlank() ? null : PanelFile.read(Path.of(panel));
        var evaluation = CaseEvaluation.withReference(options.text("reference", ""), HeldOutScores.without(options));
        file.requireTerms(evaluation::isTerm);
        var outcome = evaluation.score(file.cases(), genes);
        out.println(line("first candidate", outcome.ranking()));
        out.println(line("what is said", outcome.service()));
        file.warnings().forEach(warning -> out.println("warning: " + warning));
        outcome.warnings().forEach(warning -> out.println("warning: " + warning));
        var table = new ScoreTable(out);
        table.calibration(List.of("first candidate", "what is said"), List.of(outcome.ranking(), outcome.service()));
        table.groups("what is said, by tissue", outcome.service().byTissue());
        table.groups("what is said, by lineage", outcome.service().byLineage());
        table.confusion("expert's lineage", outcome.service().lineageConfusion());
        if (!options.text("answers", "").isBlank()) {
            AnswerFile.write(outcome.answers(), Path.of(options.text("answers", "")));
            out.println("wrote " + options.text("answers", ""));
        }
        if (!options.text("figures", "").isBlank()) {
            draw(Path.of(options.text("figures", "")), outcome.service(), out);
        }
    }

    private static void draw(Path folder, Scores scores, PrintStream out) {
        try {
            Files.createDirectories(folder);
            for (EvaluationFigure figure : EvaluationFigure.values()) {
                Path file = folder.resolve(figure.title() + ".svg");
                Files.writeString(file, figure.of(scores));
                out.println("wrote " + file);
            }
        } catch (IOException e) {
            throw new UsageException("cannot write figures to " + folder + ": " + e.getMessage());
        }
    }

    private static String line(String what, Scores s) {
        return String.format(
                Locale.ROOT,
                "%-20s n %4d  ontology mean %.3f  exact %.3f  top-3 %.3f  coverage %.3f  right of those called %s",
                what,
                s.n(),
                s.ontologyMean(),
                s.exact(),
                s.top3(),
                s.coverage(),
                s.selectiveAccuracy() == null ? "-" : String.format(Locale.ROOT, "%.3f", s.selectiveAccuracy()));
    }
}
