package io.nanocell.ingest.quality;

import io.nanocell.ingest.XeniumSection;
import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.reference.GeneSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Counts per approved symbol. Two features of one symbol (two Ensembl ids, or an old and a new name) measure
/// one gene: their counts are added.
///
/// @param symbols approved symbols in the panel's order, each once
/// @param counts cells × symbols; the section's own matrix where nothing had to be added
/// @param merged symbol → the panel's names for it, where there is more than one feature
public record ApprovedGenes(List<String> symbols, FloatCsrMatrix counts, SequencedMap<String, List<String>> merged) {

    /// @param approved symbols of the section's species
    public static ApprovedGenes of(XeniumSection section, GeneSymbols approved) {
        Map<String, List<Integer>> columns = new LinkedHashMap<>();
        for (int g = 0; g < section.genes().size(); g++) {
            String symbol = approved.approved(section.genes().get(g));
            columns.computeIfAbsent(symbol, _ -> new ArrayList<>()).add(g);
        }
        int[] target = new int[section.genes().size()];
        int next = 0;
        SequencedMap<String, List<String>> merged = new LinkedHashMap<>();
        for (var entry : columns.entrySet()) {
            for (int column : entry.getValue()) {
                target[column] = next;
            }
            next++;
            if (entry.getValue().size() > 1) {
                merged.put(
                        entry.getKey(),
                        entry.getValue().stream().map(section.genes()::get).toList());
            }
        }
        FloatCsrMatrix counts = merged.isEmpty() ? section.counts() : added(section.counts(), target, next);
        return new ApprovedGenes(List.copyOf(columns.keySet()), counts, merged);
    }

    private static FloatCsrMatrix added(FloatCsrMatrix counts, int[] target, int columns) {
        int[] rowStart = new int[counts.rows() + 1];
        int[] index = new int[counts.entries()];
        float[] values = new float[counts.entries()];
        float[] sum = new float[columns];
        int entries = 0;
        for (int row = 0; row < counts.rows(); row++) {
            int first = entries;
            for (int e = counts.rowStart()[row]; e < counts.rowStart()[row + 1]; e++) {
                int column = target[counts.columnIndex()[e]];
                if (sum[column] == 0) { // stored counts are never 0
                    index[entries++] = column;
                }
                sum[column] += counts.values()[e];
            }
            Arrays.sort(index, first, entries);
            for (int e = first; e < entries; e++) {
                values[e] = sum[index[e]];
                sum[index[e]] = 0;
            }
            rowStart[row + 1] = entries;
        }
        return new FloatCsrMatrix(
                counts.rows(), columns, rowStart, Arrays.copyOf(index, entries), Arrays.copyOf(values, entries));
    }
}
