package io.nanocell.reference.go;

import io.nanocell.reference.GeneOntology;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.GoAnnotations;
import io.nanocell.reference.GoTerm;
import io.nanocell.reference.UnreadableReferenceException;
import io.nanocell.reference.files.ReferenceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads the compact tables that ship with the service; [GoTablesBuilder] writes them.
///
/// Lines with `#` come first, one of them `# release <date>`; then the names of the columns, then the rows, columns
/// between tabs. Term ids are written without "GO:" and zeros in front, lists of them with blanks.
final class GoTables {

    static final String TERMS = "go-terms.tsv.gz";
    static final String TERM_COLUMNS = "id\tname\tis_a\tpart_of\treplaces";
    static final String SLIM = "go-slim.tsv.gz";
    static final String SLIM_COLUMNS = "id";
    static final String ANNOTATIONS = "go-annotations.tsv.gz";
    static final String ANNOTATION_COLUMNS = "symbol\tevidence\tterms";
    static final String RELEASE = "# release ";

    private static final String PREFIX = "GO:";
    private static final String ZEROS = "0000000";

    private GoTables() {}

    /// Rows of one table, split at tabs.
    private record Rows(String release, List<String[]> cells) {}

    private static Rows rows(ReferenceFile file, String columns) {
        List<String[]> cells = new ArrayList<>();
        List<String> head = new ArrayList<>();
        int width = columns.split("\t", -1).length;
        Lines.forEach(file, line -> {
            if (head.contains(columns)) {
                String[] row = line.split("\t", -1);
                if (row.length != width) {
                    throw new IllegalArgumentException("%d of %d columns".formatted(row.length, width));
                }
                cells.add(row);
            } else {
                head.add(line);
            }
        });
        if (cells.isEmpty()) {
            throw new UnreadableReferenceException(file.name(), "it has no rows below the columns " + columns);
        }
        String release = head.stream()
                .filter(line -> line.startsWith(RELEASE))
                .map(line -> line.substring(RELEASE.length()))
                .findFirst()
                .orElseThrow(() -> new UnreadableReferenceException(file.name(), "it states no release"));
        return new Rows(release, cells);
    }

    /// The ontology and the release of it.
    record Terms(GeneOntology ontology, String release) {}

    static Terms terms(ReferenceFile file) {
        Rows rows = rows(file, TERM_COLUMNS);
        List<GoTerm> terms = new ArrayList<>(rows.cells().size());
        Map<String, String> replacements = new HashMap<>();
        try {
            for (String[] row : rows.cells()) {
                String id = id(row[0]);
                terms.add(new GoTerm(id, row[1], ids(row[2]), ids(row[3])));
                ids(row[4]).forEach(former -> replacements.put(former, id));
            }
            return new Terms(new GeneOntology(terms, replacements), rows.release());
        } catch (IllegalArgumentException e) {
            throw new UnreadableReferenceException(file.name(), e);
        }
    }

    /// Ids of the slim and the release of it.
    record Slim(List<String> ids, String release) {}

    static Slim slim(ReferenceFile file) {
        Rows rows = rows(file, SLIM_COLUMNS);
        try {
            return new Slim(rows.cells().stream().map(row -> id(row[0])).toList(), rows.release());
        } catch (IllegalArgumentException e) {
            throw new UnreadableReferenceException(file.name(), e);
        }
    }

    static Annotated annotations(ReferenceFile file, GeneOntology ontology, GeneSymbols symbols) {
        Rows rows = rows(file, ANNOTATION_COLUMNS);
        var collector = new GoAnnotations.Collector(ontology, symbols);
        int read = 0;
        try {
            for (String[] row : rows.cells()) {
                for (String term : ids(row[2])) {
                    collector.add(row[0], row[1], term);
                    read++;
                }
            }
        } catch (IllegalArgumentException e) {
            throw new UnreadableReferenceException(file.name(), e);
        }
        Annotated.checkFit(file, collector, read);
        return new Annotated(collector.finish(), rows.release());
    }

    private static List<String> ids(String cell) { // a loop: 200,000 ids are read by cold code
        if (cell.isEmpty()) {
            return List.of();
        }
        List<String> ids = new ArrayList<>();
        for (int from = 0; from <= cell.length(); ) {
            int blank = cell.indexOf(' ', from);
            int to = blank < 0 ? cell.length() : blank;
            ids.add(id(cell.substring(from, to)));
            from = to + 1;
        }
        return ids;
    }

    /// "6955" → "GO:0006955".
    private static String id(String number) {
        boolean digits = !number.isEmpty() && number.length() <= ZEROS.length();
        for (int i = 0; digits && i < number.length(); i++) {
            digits = number.charAt(i) >= '0' && number.charAt(i) <= '9';
        }
        if (!digits) {
            throw new IllegalArgumentException("\"%s\" is no number of a term".formatted(number));
        }
        return PREFIX + ZEROS.substring(number.length()) + number;
    }

    /// "GO:0006955" → "6955".
    static String number(String id) {
        return String.valueOf(Integer.parseInt(id.substring(PREFIX.length())));
    }

    static String numbers(List<String> ids) {
        return ids.stream().map(GoTables::number).collect(Collectors.joining(" "));
    }
}
