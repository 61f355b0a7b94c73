package io.nanocell.reference.files;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.names.LabelNames;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Reads PanglaoDB's table of markers (2020-03-27; Franzén et al., Database 2019, baz046).
///
/// One list per type. A gene weighs 1, half where it is not a canonical marker, less the less specific it is in human
/// cells (nothing from a specificity value of 0.2, which is the share of OTHER cells that have it), and half where
/// it is known from mice only.
public final class PanglaoTable {

    private static final String PUBLICATION = "PanglaoDB";
    private static final double MOUSE_ONLY = 0.5;
    private static final double NOT_CANONICAL = 0.5;
    private static final double UNSPECIFICITY = 5;
    private static final double MENTION = 2;

    private PanglaoTable() {}

    /// @param terms OpenScPCA's table of the database's names, columns ontology_id and panglao_cell_type
    /// @return name in the database → live Cell Ontology id
    public static Map<String, String> names(ReferenceFile terms, CellOntology ontology) {
        Map<String, String> ids = new HashMap<>();
        new Table(terms, "ontology_id", "panglao_cell_type")
                .forEach(row -> ontology.canonical(row.get("ontology_id"))
                        .ifPresent(id -> ids.put(row.get("panglao_cell_type"), id)));
        return ids;
    }

    /// @param supplied name in the database → Cell Ontology id; the curated table goes before it
    /// @throws io.nanocell.reference.UnreadableReferenceException if it is no such table
    public static MarkerDatabase read(
            ReferenceFile file, Map<String, String> supplied, LabelNames names, GeneSymbols symbols) {
        var lists = new ListCollector();
        new Table(
                        file,
                        "species",
                        "official gene symbol",
                        "cell type",
                        "canonical marker",
                        "organ",
                        "specificity_human")
                .forEach(row -> {
                    String name = row.get("cell type");
                    String id = names.curated(name).orElse(supplied.getOrDefault(name, ""));
                    if (!id.isEmpty()) {
                        var key = new ListCollector.Key(MarkerSource.PANGLAO_DB, PUBLICATION, id, "");
                        String gene = symbols.approved(row.get("official gene symbol"));
                        lists.add(key, name, gene, weight(row), (_, last) -> last);
                        if (isHuman(row)) {
                            lists.mention(key, row.get("organ").toLowerCase(Locale.ROOT), MENTION);
                        }
                    }
                });
        return lists.finish(PanglaoTable::list);
    }

    private static MarkerList list(ListCollector.Key key, String name, Map<String, Double> genes) {
        Map<String, Double> weights = new TreeMap<>(genes);
        weights.values().removeIf(weight -> !(weight > 0));
        return new MarkerList(key.source(), key.publication(), key.cellOntologyId(), name, 1, weights);
    }

    private static boolean isHuman(Table.Row row) {
        return row.get("species").contains("Hs");
    }

    private static double weight(Table.Row row) {
        double weight = isHuman(row) ? 1 : MOUSE_ONLY;
        String specificity = row.get("specificity_human");
        if (!specificity.isEmpty() && !specificity.equals("NA")) {
            weight *= 1 - Math.min(1, UNSPECIFICITY * Double.parseDouble(specificity));
        }
        return row.get("canonical marker").equals("1") ? weight : weight * NOT_CANONICAL;
    }
}
