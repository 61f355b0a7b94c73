package io.nanocell.reference.files;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import java.util.Map;
import java.util.TreeMap;

/// Reads `atlas-markers.tsv.gz`: the marker genes of single-cell atlases, one list per study and type.
///
/// Rank r, 1 the best, counts min(1, 20/r)^½; genes of a curated list without ranks count min(1, 20/n)^½ each. The
/// mouse atlas weighs half. Evidence only: a type that stands nowhere else is no label.
public final class AtlasTable {

    private static final double FULL_LENGTH = 20;
    private static final double UNRANKED = Double.POSITIVE_INFINITY;

    private AtlasTable() {}

    /// @throws io.nanocell.reference.UnreadableReferenceException if it is no such table
    public static MarkerDatabase read(ReferenceFile file, CellOntology ontology, GeneSymbols symbols) {
        var lists = new ListCollector();
        new Table(file, "source", "study", "cl_id", "label", "tissue", "gene", "rank")
                .forEach(row -> ontology.canonical(row.get("cl_id")).ifPresent(id -> {
                    var key = new ListCollector.Key(MarkerSource.ATLAS, row.get("study"), id, row.get("source"));
                    String rank = row.get("rank");
                    double place = rank.isEmpty() ? UNRANKED : Integer.parseInt(rank);
                    lists.add(key, row.get("label"), symbols.approved(row.get("gene")), place, Math::min);
                    lists.mention(key, row.get("tissue"), mouseHalf(key));
                }));
        return lists.finish(AtlasTable::list);
    }

    private static double mouseHalf(ListCollector.Key key) {
        return key.variant().equals("cpl_mouse") ? 0.5 : 1;
    }

    private static MarkerList list(ListCollector.Key key, String name, Map<String, Double> places) {
        double full = mouseHalf(key);
        double damping = Math.sqrt(Math.min(1, FULL_LENGTH / places.size()));
        Map<String, Double> weights = new TreeMap<>();
        places.forEach((gene, place) ->
                weights.put(gene, full * (place == UNRANKED ? damping : Math.sqrt(Math.min(1, FULL_LENGTH / place)))));
        double lists = places.containsValue(UNRANKED) ? full * damping : full;
        return new MarkerList(key.source(), key.publication(), key.cellOntologyId(), name, lists, weights);
    }
}
