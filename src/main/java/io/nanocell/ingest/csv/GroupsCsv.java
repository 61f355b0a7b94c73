package io.nanocell.ingest.csv;

import io.nanocell.ingest.BundleFile;
import io.nanocell.ingest.cells.CellIds;
import io.nanocell.ingest.check.Offenders;
import io.nanocell.ingest.check.Violations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads brought-in clusters: `Barcode,Cluster` as 10x writes them, or `cell_id,group`. A cell that is not
/// listed has no group.
public final class GroupsCsv {

    private static final List<String> IDS = List.of("barcode", "cell_id");
    private static final List<String> GROUPS = List.of("cluster", "group");
    private static final String REMEDY = "send a table with the columns Barcode,Cluster or cell_id,group";

    private GroupsCsv() {}

    /// @return group name per cell of the matrix, null for a cell without one
    /// @throws io.nanocell.ingest.MalformedBundleException if columns are missing, a cell is unknown or listed
    /// twice
    public static List<@Nullable String> read(BundleFile file, CellIds cells) {
        return CsvFile.read(file, csv -> read(csv, file.name(), cells));
    }

    private static List<@Nullable String> read(CsvReader csv, String file, CellIds cells) throws IOException {
        List<String> header =
                csv.header().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        int id = column(header, IDS, file);
        int group = column(header, GROUPS, file);
        @Nullable String[] groups = new @Nullable String[cells.size()];
        Offenders unknown = new Offenders();
        Offenders twice = new Offenders();
        Offenders tooShort = new Offenders();
        List<String> row = new ArrayList<>();
        for (long line = csv.line(); csv.next(row); line = csv.line()) {
            long here = line;
            if (row.size() <= Math.max(id, group)) {
                tooShort.add(() -> "line %d: %d fields".formatted(here, row.size()));
                continue;
            }
            String cellId = row.get(id).strip();
            String name = row.get(group).strip();
            int cell = cells.indexOf(cellId);
            if (cell < 0) {
                unknown.add(() -> cellId);
            } else if (groups[cell] != null) {
                twice.add(() -> cellId);
            } else if (!name.isEmpty()) {
                groups[cell] = name;
            }
        }
        Violations violations = new Violations();
        violations.add(file, "row", tooShort, REMEDY);
        violations.add(file, header.get(id) + " (not in the matrix)", unknown, "send the clusters of the same section");
        violations.add(file, header.get(id) + " (more than once)", twice, "a cell belongs to one group");
        if (Arrays.stream(groups).allMatch(name -> name == null)) {
            violations.add(file, header.get(group), "no cell has a group", REMEDY);
        }
        violations.throwIfAny();
        return Collections.unmodifiableList(new ArrayList<@Nullable String>(Arrays.asList(groups)));
    }

    private static int column(List<String> header, List<String> names, String file) {
        return names.stream()
                .mapToInt(header::indexOf)
                .filter(at -> at >= 0)
                .findFirst()
                .orElseThrow(() ->
                        Violations.malformed(file, String.join(" or ", names), "no such column in " + header, REMEDY));
    }
}
