package io.nanocell.pipeline.sets;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A marker set as written, gene by gene.
final class DraftSet {

    final String label;
    final int line;

    @Nullable
    String cellOntologyId;

    /// Gene as written → line it stands in first.
    final SequencedMap<String, Integer> genes = new LinkedHashMap<>();

    int repeated;

    /// @param line where it starts
    DraftSet(String label, int line, @Nullable String cellOntologyId) {
        this.label = label;
        this.line = line;
        this.cellOntologyId = cellOntologyId;
    }

    void add(String gene, int at) {
        if (genes.putIfAbsent(gene, at) != null) {
            repeated++;
        }
    }
}
