package io.nanocell.cli;

import io.nanocell.pipeline.CaseAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is said of each case, as a table with tabs: to see which ones fail, and why.
final class AnswerFile {

    private static final List<String> COLUMNS = List.of(
            "case_id",
            "tissue",
            "expert_cl_ids",
            "expert_names",
            "markers",
            "label",
            "cell_ontology_id",
            "verdict",
            "confidence",
            "score",
            "reasons",
            "runner_ups");

    private AnswerFile() {}

    /// @throws UsageException if the file cannot be written
    static void write(List<CaseAnswer> answers, Path file) {
        List<String> lines = Stream.concat(Stream.of(COLUMNS), answers.stream().map(AnswerFile::row))
                .map(row -> String.join("\t", row))
                .toList();
        try {
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UsageException("cannot write the answers to " + file + ": " + e.getMessage());
        }
    }

    private static List<String> row(CaseAnswer a) {
        return List.of(
                a.given().id(),
                a.given().tissue() == null ? "" : a.given().tissue(),
                String.join("|", a.given().expert()),
                String.join("|", a.expertNames()),
                String.join(",", a.given().markers()),
                a.label(),
                a.cellOntologyId() == null ? "" : a.cellOntologyId(),
                a.verdict(),
                number(a.confidence()),
                Double.toString(a.score()),
                String.join(" ", a.reasons()),
                a.runnerUps().stream()
                        .map(r -> r.label() + " " + number(r.confidence()))
                        .collect(Collectors.joining("|")));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
