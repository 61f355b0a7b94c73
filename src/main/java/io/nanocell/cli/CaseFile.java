package io.nanocell.cli;

import io.nanocell.pipeline.CaseEvaluation;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A table of marker lists that experts have named, with tabs, columns found by their names. Needed are `markers` (by
/// comma, best first) and `expert_cl_ids` (by `|`) and `tissue`, which may be empty; `case_id` and `species` are used
/// where they are there.
///
/// @param file it was read from
/// @param cases in the file's order
/// @param lineOf line of each case, by id
/// @param warnings what was left out, or read otherwise than written
record CaseFile(Path file, List<CaseEvaluation.Case> cases, Map<String, Integer> lineOf, List<String> warnings) {

    private static final List<String> NEEDED = List.of("tissue", "markers", "expert_cl_ids");

    /// @throws UsageException naming file and line
    static CaseFile read(Path file) {
        List<String> lines = lines(file);
        List<String> header = Arrays.stream(
                        lines.getFirst().replace("\uFEFF", "").split("\t", -1))
                .map(String::strip)
                .toList();
        for (String column : NEEDED) {
            if (!header.contains(column)) {
                throw new UsageException(
                        "%s, line 1: no column %s; there are %s".formatted(file, column, String.join(", ", header)));
            }
        }
        return new Reader(file, header).read(lines);
    }

    /// @throws UsageException naming the line of an expert's id that the ontology does not have
    void requireTerms(Predicate<String> isTerm) {
        for (CaseEvaluation.Case each : cases) {
            for (String id : each.expert()) {
                if (!isTerm.test(id)) {
                    throw new UsageException("%s, line %d: %s is no live term of the Cell Ontology in use"
                            .formatted(file, lineOf.get(each.id()), id));
                }
            }
        }
    }

    private static List<String> lines(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            throw new UsageException("cannot read " + file + ": " + e.getMessage());
        }
        if (lines.isEmpty()) {
            throw new UsageException(file + " is empty");
        }
        return lines;
    }

    /// Reads the rows below a header.
    private record Reader(Path file, List<String> header) {

        CaseFile read(List<String> lines) {
            List<CaseEvaluation.Case> cases = new ArrayList<>();
            Map<String, Integer> lineOf = new HashMap<>();
            int otherSpecies = 0;
            int unnamed = 0;
            for (int line = 2; line <= lines.size(); line++) {
                if (lines.get(line - 1).isBlank()) {
                    continue;
                }
                String[] cells = lines.get(line - 1).split("\t", -1);
                if (cells.length != header.size()) {
                    throw error(line, "%d columns, the header has %d".formatted(cells.length, header.size()));
                }
                String species = cell(cells, "species");
                if (!CaseEvaluation.isSupported(species)) {
                    otherSpecies++;
                    continue;
                }
                CaseEvaluation.@Nullable Case read = row(line, cells);
                if (read == null) {
                    unnamed++;
                    continue;
                }
                Integer before = lineOf.put(read.id(), line);
                if (before != null) {
                    throw error(line, "case_id %s stands in line %d already".formatted(read.id(), before));
                }
                cases.add(read);
            }
            if (cases.isEmpty()) {
                throw new UsageException(file + " has no case that can be scored");
            }
            List<String> warnings = new ArrayList<>();
            if (otherSpecies > 0) {
                warnings.add("%d rows of other species than human and mouse were skipped".formatted(otherSpecies));
            }
            if (unnamed > 0) {
                warnings.add("%d rows without expert_cl_ids were skipped".formatted(unnamed));
            }
            return new CaseFile(file, cases, lineOf, warnings);
        }

        private CaseEvaluation.@Nullable Case row(int line, String[] cells) {
            List<String> experts = parts(cell(cells, "expert_cl_ids"), "[|;,]");
            if (experts.isEmpty()) {
                return null;
            }
            for (String id : experts) {
                if (!id.matches("CL[:_]\\d{7}")) {
                    throw error(line, "expert_cl_ids has %s; an id is such as CL:0000182".formatted(id));
                }
            }
            List<String> markers = parts(cell(cells, "markers"), "[,;]");
            if (markers.isEmpty()) {
                throw error(line, "no markers");
            }
            String id = cell(cells, "case_id");
            return new CaseEvaluation.Case(
                    id == null ? "line " + line : id, cell(cells, "tissue"), cell(cells, "species"), markers, experts);
        }

        private @Nullable String cell(String[] cells, String column) {
            int at = header.indexOf(column);
            return at < 0 || cells[at].isBlank() ? null : cells[at].strip();
        }

        private UsageException error(int line, String what) {
            return new UsageException("%s, line %d: %s".formatted(file, line, what));
        }

        private static List<String> parts(@Nullable String text, String separator) {
            return text == null
                    ? List.of()
                    : Arrays.stream(text.split(separator))
                            .map(String::strip)
                            .filter(part -> !part.isEmpty())
                            .toList();
        }
    }
}
