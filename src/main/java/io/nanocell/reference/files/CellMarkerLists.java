package io.nanocell.reference.files;

import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.names.LabelNames;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Turns rows of CellMarker into one list per publication and type: every list counts once, damped by its length,
/// min(1, 20/n)^½, and half where the name was mapped by its head noun only.
public final class CellMarkerLists {

    private static final double FULL_LENGTH = 20;
    private static final double HEAD_NOUN = 0.5;
    private static final double CANCER_MENTION = 0.5;

    /// State of a sample without cancer, as CellMarker writes it.
    public static final String NORMAL = "Normal cell";

    private CellMarkerLists() {}

    /// @param rows of human cells
    public static MarkerDatabase of(List<CellMarkerRow> rows, LabelNames names, GeneSymbols symbols) {
        var lists = new ListCollector();
        for (CellMarkerRow row : rows) {
            boolean normal = row.cellType().equals(NORMAL);
            if (normal || !LabelNames.isMalignant(row.cellName())) {
                names.find(row.cellName(), row.cellOntologyId()).ifPresent(named -> {
                    var source = normal ? MarkerSource.CELL_MARKER : MarkerSource.CELL_MARKER_CANCER;
                    String publication = row.pmid().isEmpty() ? "none" : row.pmid();
                    var key = new ListCollector.Key(
                            source, publication, named.cellOntologyId(), named.byHeadNoun() ? "head noun" : "");
                    lists.add(key, row.cellName(), symbols.approved(row.symbol()), 1, (_, _) -> 1);
                    lists.mention(key, row.tissue().toLowerCase(Locale.ROOT), normal ? 1 : CANCER_MENTION);
                });
            }
        }
        return lists.finish(CellMarkerLists::list);
    }

    /// @return genes that at least two publications, and more than say so of normal cells, give for cancer cells
    /// themselves: what can tell a carcinoma cell from its healthy cousin
    public static SortedSet<String> cancerGenes(List<CellMarkerRow> rows, GeneSymbols symbols) {
        Map<String, Set<String>> cancer = new TreeMap<>();
        Map<String, Set<String>> normal = new TreeMap<>();
        for (CellMarkerRow row : rows) {
            boolean ofNormalCell = row.cellType().equals(NORMAL);
            if (ofNormalCell || LabelNames.isMalignant(row.cellName())) {
                (ofNormalCell ? normal : cancer)
                        .computeIfAbsent(symbols.approved(row.symbol()), _ -> new HashSet<>())
                        .add(row.pmid());
            }
        }
        SortedSet<String> genes = new TreeSet<>();
        cancer.forEach((gene, publications) -> {
            int healthy = normal.getOrDefault(gene, Set.of()).size();
            if (publications.size() >= 2 && publications.size() > healthy) {
                genes.add(gene);
            }
        });
        return genes;
    }

    private static MarkerList list(ListCollector.Key key, String name, Map<String, Double> genes) {
        double damping = Math.sqrt(Math.min(1, FULL_LENGTH / genes.size()));
        double weight = key.variant().isEmpty() ? damping : damping * HEAD_NOUN;
        Map<String, Double> weights = new TreeMap<>(genes);
        weights.replaceAll((_, _) -> weight);
        return new MarkerList(key.source(), key.publication(), key.cellOntologyId(), name, weight, weights);
    }
}
