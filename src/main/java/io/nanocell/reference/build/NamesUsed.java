package io.nanocell.reference.build;

import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.files.CellMarkerRow;
import io.nanocell.reference.files.ReferenceFile;
import io.nanocell.reference.files.Table;
import io.nanocell.reference.names.LabelNames;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Under which name a source gives a gene for a type, so that every row of the core tables can be looked up there.
final class NamesUsed {

    private final GeneSymbols symbols;
    private final Map<CoreFacts.Key, Map<String, Integer>> byType = new TreeMap<>();
    private final Map<CoreFacts.Key, Map<String, Map<String, Integer>>> byGene = new TreeMap<>();

    NamesUsed(GeneSymbols symbols) {
        this.symbols = symbols;
    }

    void readCellMarker(List<CellMarkerRow> rows, LabelNames names) {
        for (CellMarkerRow row : rows) {
            var source =
                    row.cellType().equals("Normal cell") ? MarkerSource.CELL_MARKER : MarkerSource.CELL_MARKER_CANCER;
            names.find(row.cellName(), row.cellOntologyId())
                    .ifPresent(named ->
                            add(new CoreFacts.Key(named.cellOntologyId(), source), row.cellName(), row.symbol()));
        }
    }

    void readPanglao(ReferenceFile file, Map<String, String> supplied, LabelNames names) {
        new Table(file, "official gene symbol", "cell type").forEach(row -> {
            String name = row.get("cell type");
            String id = names.curated(name).orElse(supplied.getOrDefault(name, ""));
            add(new CoreFacts.Key(id, MarkerSource.PANGLAO_DB), name, row.get("official gene symbol"));
        });
    }

    private void add(CoreFacts.Key key, String name, String symbol) {
        byType.computeIfAbsent(key, _ -> new TreeMap<>()).merge(name, 1, Integer::sum);
        byGene.computeIfAbsent(key, _ -> new TreeMap<>())
                .computeIfAbsent(symbols.approved(symbol), _ -> new TreeMap<>())
                .merge(name, 1, Integer::sum);
    }

    /// @return all names of a type in a source that can stand in a table, sorted
    List<String> of(CoreFacts.Key key) {
        return byType.getOrDefault(key, Map.of()).keySet().stream()
                .filter(name -> name.indexOf('|') < 0 && name.indexOf('\t') < 0)
                .toList();
    }

    /// @return the name under which the source gives the gene most often, ties by name
    String of(CoreFacts.Key key, String gene) {
        return byGene.getOrDefault(key, Map.of()).getOrDefault(gene, Map.of()).entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByKey().reversed()))
                .orElseThrow(() -> new IllegalStateException("%s does not give %s".formatted(key, gene)))
                .getKey();
    }
}
