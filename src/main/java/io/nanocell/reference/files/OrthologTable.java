package io.nanocell.reference.files;

import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.UnreadableReferenceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// The shipped orthologs, `mouse-orthologs.tsv.gz`: a row per mouse gene with its human ones by `|`. Pairs of the same
/// letters are the rule: there the human gene is left out; `-` stands for a mouse gene without ortholog.
public final class OrthologTable {

    private static final String NONE = "-";
    private static final String RELEASE = "# HCOP, human and mouse, export of ";

    private OrthologTable() {}

    /// @return mouse symbol → approved human symbols
    /// @throws UnreadableReferenceException if it is no such table
    public static SortedMap<String, SortedSet<String>> read(ReferenceFile file, GeneSymbols symbols) {
        SortedMap<String, SortedSet<String>> orthologs = new TreeMap<>();
        new Table(file, "mouse", "human").forEach(row -> {
            String mouse = row.get("mouse");
            SortedSet<String> humans = new TreeSet<>();
            if (row.get("human").isEmpty()) {
                humans.add(symbols.approved(mouse));
            } else if (!row.get("human").equals(NONE)) {
                row.parts("human").forEach(human -> humans.add(symbols.approved(human)));
            }
            orthologs.put(mouse, humans);
        });
        return orthologs;
    }

    /// @return which export of HCOP the table was made of
    /// @throws UnreadableReferenceException if its head does not tell
    static String release(ReferenceFile file) {
        return file.lines().stream()
                .filter(line -> line.startsWith(RELEASE))
                .findFirst()
                .map(line -> line.substring(RELEASE.length()))
                .orElseThrow(() -> new UnreadableReferenceException(file.name(), "its head names no release"));
    }

    /// @param orthologs mouse symbol → approved human symbols
    /// @param release of the export that they were read from
    /// @param sha256 of that export
    /// @return the rows of the table, header first
    public static List<String> rows(SortedMap<String, ? extends Set<String>> orthologs, String release, String sha256) {
        List<String> rows = new ArrayList<>(List.of(RELEASE + release, "# SHA-256 of it " + sha256, "mouse\thuman"));
        for (Map.Entry<String, ? extends Set<String>> gene : orthologs.entrySet()) {
            String mouse = gene.getKey();
            boolean sameLetters = gene.getValue().size() == 1
                    && gene.getValue().iterator().next().equalsIgnoreCase(mouse);
            String humans = gene.getValue().isEmpty() ? NONE : String.join("|", new TreeSet<>(gene.getValue()));
            rows.add(mouse + "\t" + (sameLetters ? "" : humans));
        }
        return rows;
    }
}
