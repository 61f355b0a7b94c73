package io.nanocell.reference.files;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.TissueMention;
import io.nanocell.reference.UnreadableReferenceException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The shipped lists of publications, `cell-marker-mouse.tsv.gz` and `single-cell-base.tsv.gz`: a row per publication
/// and type with its genes by `|`, the evidence that each of them is, and the tissues with their weights.
///
/// Evidence only: a type that stands nowhere else is no label, and the lists do not tell how common a type is. Mice are
/// studied for other reasons, and one curator reads what another has read.
public final class PublicationTable {

    private static final String RELEASE = "# release ";
    private static final String MADE_OF = "# SHA-256 of the export ";

    private PublicationTable() {}

    /// @param source of the lists
    /// @throws UnreadableReferenceException if it is no such table
    public static MarkerDatabase read(
            ReferenceFile file, MarkerSource source, CellOntology ontology, GeneSymbols symbols) {
        List<MarkerList> lists = new ArrayList<>();
        List<TissueMention> mentions = new ArrayList<>();
        new Table(file, "publication", "cl_id", "name", "weight", "genes", "tissues")
                .forEach(row -> ontology.canonical(row.get("cl_id")).ifPresent(id -> {
                    double weight = Double.parseDouble(row.get("weight"));
                    Map<String, Double> genes = new TreeMap<>();
                    row.parts("genes").forEach(gene -> genes.put(symbols.approved(gene), weight));
                    lists.add(new MarkerList(source, row.get("publication"), id, row.get("name"), 0, genes));
                    row.weighted(
                            "tissues",
                            (tissue, seen) ->
                                    mentions.add(new TissueMention(source, row.get("publication"), id, tissue, seen)));
                }));
        return new MarkerDatabase(lists, mentions);
    }

    /// @return which release of the source the table was made of
    /// @throws UnreadableReferenceException if its head does not tell
    static String release(ReferenceFile file) {
        return file.lines().stream()
                .filter(line -> line.startsWith(RELEASE))
                .findFirst()
                .map(line -> line.substring(RELEASE.length()))
                .orElseThrow(() -> new UnreadableReferenceException(file.name(), "its head names no release"));
    }

    /// @param database all genes of one list weigh the same
    /// @param release of the source
    /// @param made of this file
    /// @return the rows of the table, header first
    public static List<String> rows(MarkerDatabase database, String release, ReferenceFile made) {
        Map<String, Map<String, Double>> tissues = new LinkedHashMap<>();
        for (TissueMention mention : database.mentions()) {
            tissues.computeIfAbsent(key(mention.publication(), mention.cellOntologyId()), _ -> new TreeMap<>())
                    .merge(mention.tissue(), mention.weight(), Math::max);
        }
        Set<String> rows = new TreeSet<>();
        Set<String> told = new HashSet<>();
        for (MarkerList list : database.lists()) {
            String key = key(list.publication(), list.cellOntologyId());
            List<String> where = new ArrayList<>();
            if (told.add(key)) { // the first list of a publication and type tells where
                tissues.getOrDefault(key, Map.of())
                        .forEach((tissue, weight) -> where.add(tissue + '=' + number(weight)));
            }
            rows.add(String.join(
                    "\t",
                    list.publication(),
                    list.cellOntologyId(),
                    list.name(),
                    number(list.lists()),
                    String.join("|", new TreeSet<>(list.weights().keySet())),
                    String.join("|", where)));
        }
        List<String> table = new ArrayList<>(List.of(
                RELEASE + release, MADE_OF + made.sha256(), "publication\tcl_id\tname\tweight\tgenes\ttissues"));
        table.addAll(rows);
        return table;
    }

    private static String key(String publication, String cellOntologyId) {
        return publication + ' ' + cellOntologyId;
    }

    private static String number(double value) {
        return new BigDecimal(String.format(Locale.ROOT, "%.4g", value))
                .stripTrailingZeros()
                .toPlainString();
    }
}
