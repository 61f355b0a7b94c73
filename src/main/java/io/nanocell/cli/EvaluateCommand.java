package io.nanocell.cli;

import io.nanocell.evaluation.Scores;
import io.nanocell.pipeline.CaseEvaluation;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Scores the ranking on a table of marker lists that experts have named.
final class EvaluateCommand implements Command {

    private static final List<String> COLUMNS = List.of("case_id", "tissue", "markers", "expert_cl_ids");

    @Override
    public Set<String> options() {
        return Set.of("cases", "reference", "without", "leave-out", "seeds");
    }

    @Override
    public String usage() {
        return "--cases FILE.tsv (columns " + String.join(", ", COLUMNS)
                + "; markers by comma, ids by |) [--reference FOLDER of official files] [--without SOURCE,…]\n"
                + HeldOutScores.USAGE;
    }

    @Override
    public void run(Options options, PrintStream out) {
        if (!options.text("leave-out", "").isBlank()) {
            HeldOutScores.print(options, out);
            return;
        }
        List<CaseEvaluation.Case> cases = read(Path.of(options.required("cases")));
        var outcome = CaseEvaluation.withReference(options.text("reference", ""), HeldOutScores.without(options))
                .score(cases);
        out.println(line("first candidate", outcome.ranking()));
        out.println(line("what is said", outcome.service()));
        outcome.byTissue().forEach((tissue, scores) -> out.println(line("  " + tissue, scores)));
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

    static List<CaseEvaluation.Case> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UsageException("cannot read " + file + ": " + e.getMessage());
        }
        if (lines.isEmpty()) {
            throw new UsageException(file + " is empty");
        }
        List<String> header = Arrays.asList(lines.getFirst().split("\t", -1));
        for (String column : COLUMNS) {
            if (!header.contains(column)) {
                throw new UsageException(file + " has no column " + column);
            }
        }
        List<CaseEvaluation.Case> cases = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != header.size()) {
                throw new UsageException("%s, line %d: %d columns, the header has %d"
                        .formatted(file, i + 1, cells.length, header.size()));
            }
            List<String> expert = parts(cells[header.indexOf("expert_cl_ids")], "\\|");
            if (!expert.isEmpty()) {
                cases.add(new CaseEvaluation.Case(
                        cells[header.indexOf("case_id")],
                        cells[header.indexOf("tissue")],
                        parts(cells[header.indexOf("markers")], ","),
                        expert));
            }
        }
        return cases;
    }

    private static List<String> parts(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
