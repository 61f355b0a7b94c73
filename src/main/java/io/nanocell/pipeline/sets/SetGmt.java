package io.nanocell.pipeline.sets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads GMT: a set in a line, separated by tabs: name, description, genes. A Cell Ontology id in the description is
/// the
/// set's; anything else there is passed over.
final class SetGmt {

    private static final Pattern TERM = Pattern.compile("\\bCL[:_]\\d+\\b");
    private static final int FIRST_GENE = 2;

    private SetGmt() {}

    static List<DraftSet> read(List<String> lines, Faults faults) {
        List<DraftSet> sets = new ArrayList<>();
        Map<String, Integer> lineOf = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            int line = i + 1;
            String[] cells = lines.get(i).split("\t", -1);
            String name = cells[0].strip();
            if (cells.length <= FIRST_GENE) {
                faults.add(line, name, "name, description and genes, separated by tabs, are needed");
                continue;
            }
            Integer before = lineOf.putIfAbsent(name, line);
            if (name.isEmpty() || before != null) {
                faults.add(
                        line,
                        name,
                        name.isEmpty()
                                ? "name the cell type"
                                : "this name stands in line %d already".formatted(before));
                continue;
            }
            Matcher term = TERM.matcher(cells[1]);
            var set = new DraftSet(name, line, term.find() ? term.group() : null);
            for (int c = FIRST_GENE; c < cells.length; c++) {
                String gene = cells[c].strip();
                if (!gene.isEmpty()) {
                    set.add(gene, line);
                }
            }
            sets.add(set);
        }
        return sets;
    }
}
