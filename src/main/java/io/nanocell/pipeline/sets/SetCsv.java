package io.nanocell.pipeline.sets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads `label,gene[,cellOntologyId]`, one gene in a line, columns by name in any order, separated by comma, semicolon
/// or tab, quoted as in RFC 4180 (no line ends within quotes).
final class SetCsv {

    private static final List<String> NEEDED = List.of("label", "gene");
    private static final String TERM = "cellontologyid";

    private SetCsv() {}

    static List<DraftSet> read(List<String> lines, Faults faults) {
        int first = 0;
        while (first < lines.size() && lines.get(first).isBlank()) {
            first++;
        }
        if (first == lines.size()) {
            throw faults.refuse(0, null, "the file is empty; send a header label,gene and one gene in each line");
        }
        String head = lines.get(first);
        char separator = head.indexOf('\t') >= 0 ? '\t' : head.indexOf(';') >= 0 ? ';' : ',';
        List<String> header = Objects.requireNonNullElse(cells(head, separator), List.<String>of()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT).replace("_", ""))
                .toList();
        checkHeader(header, first + 1, head, faults);
        Map<String, DraftSet> sets = new LinkedHashMap<>();
        for (int i = first + 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                row(i + 1, header, cells(lines.get(i), separator), sets, faults);
            }
        }
        return new ArrayList<>(sets.values());
    }

    private static void checkHeader(List<String> header, int line, String head, Faults faults) {
        for (String column : header) {
            if (!NEEDED.contains(column) && !column.equals(TERM)) {
                throw faults.refuse(
                        line, head, "the first line names the columns: label, gene and, if wanted, cellOntologyId");
            }
        }
        if (!header.containsAll(NEEDED) || header.stream().distinct().count() < header.size()) {
            throw faults.refuse(line, head, "the columns label and gene are needed, each once");
        }
    }

    private static void row(
            int line, List<String> header, @Nullable List<String> cells, Map<String, DraftSet> sets, Faults faults) {
        if (cells == null) {
            faults.add(line, null, "a quote is not closed in its line");
            return;
        }
        if (cells.size() != header.size()) {
            faults.add(line, null, "%d columns, the header has %d".formatted(cells.size(), header.size()));
            return;
        }
        String label = cells.get(header.indexOf("label"));
        String gene = cells.get(header.indexOf("gene"));
        String term = header.contains(TERM) ? cells.get(header.indexOf(TERM)) : "";
        if (label.isEmpty() || gene.isEmpty()) {
            faults.add(line, null, label.isEmpty() ? "name the cell type" : "name a gene");
            return;
        }
        DraftSet set = sets.computeIfAbsent(label, _ -> new DraftSet(label, line, null));
        if (!term.isEmpty() && set.cellOntologyId != null && !set.cellOntologyId.equals(term)) {
            faults.add(
                    line,
                    term,
                    "\"%s\" has %s in a line above; give one label one id".formatted(label, set.cellOntologyId));
        } else if (!term.isEmpty()) {
            set.cellOntologyId = term;
        }
        set.add(gene, line);
    }

    /// @return stripped cells; null where a quote stays open
    private static @Nullable List<String> cells(String line, char separator) {
        if (line.indexOf('"') < 0) {
            return Arrays.stream(line.split(String.valueOf(separator), -1))
                    .map(String::strip)
                    .toList();
        }
        List<String> cells = new ArrayList<>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return quoted ? null : cells;
    }
}
