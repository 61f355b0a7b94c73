package io.nanocell.reference.files;

import io.nanocell.reference.GeneSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// HGNC's complete set, `hgnc_complete_set.txt`, or its shipped form with the same columns. Source: genenames.org.
public final class HgncTable {

    private HgncTable() {}

    /// @return approved symbol → aliases and previous symbols
    public static SortedMap<String, List<String>> read(ReferenceFile file) {
        SortedMap<String, List<String>> names = new TreeMap<>();
        new Table(file, "symbol", "alias_symbol", "prev_symbol").forEach(row -> {
            String symbol = row.get("symbol");
            if (!symbol.isEmpty() && !row.get("status").contains("Withdrawn")) {
                List<String> others = names.computeIfAbsent(symbol, _ -> new ArrayList<>());
                others.addAll(row.parts("alias_symbol"));
                others.addAll(row.parts("prev_symbol"));
            }
        });
        return names;
    }

    /// @return what the file says of symbols
    public static GeneSymbols symbols(ReferenceFile file) {
        return GeneSymbols.of(read(file));
    }
}
