package io.nanocell.pipeline.figures;

import io.nanocell.results.ClusterView;
import io.nanocell.results.TypeShare;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The types of cells in all clusters of a job with their colours: one each for the most frequent ones, light
/// grey for all others.
///
/// @param types the most frequent first, then the others as one, last what carries no type; those without a
/// cell are left out
/// @param byLabel colours of the types that have one of their own, and of "Unassigned"
record TypeColours(List<Type> types, Map<String, String> byLabel) {

    /// Types with a colour of their own, at most.
    static final int MOST = 20;

    static final String OTHER = "#E4E4E4";

    /// @param label as it is shown
    /// @param cells in all clusters
    record Type(String label, long cells, String colour) {}

    static TypeColours of(List<ClusterView> clusters) {
        List<Map.Entry<String, Long>> ranked = TypeRanking.mostFrequentFirst(clusters);
        long unassigned = clusters.stream()
                .flatMap(cluster -> cluster.composition().stream())
                .filter(type -> type.label().equals(TypeShare.UNASSIGNED))
                .mapToLong(TypeShare::cells)
                .sum();
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST, ranked.size()); i++) {
            types.add(new Type(ranked.get(i).getKey(), ranked.get(i).getValue(), Palette.colour(i)));
        }
        Map<String, String> byLabel = new LinkedHashMap<>();
        types.forEach(type -> byLabel.put(type.label(), type.colour()));
        if (ranked.size() > MOST) {
            List<Map.Entry<String, Long>> rest = ranked.subList(MOST, ranked.size());
            long sum = rest.stream().mapToLong(Map.Entry::getValue).sum();
            types.add(new Type("other types (%d)".formatted(rest.size()), sum, OTHER));
        }
        if (unassigned > 0) {
            types.add(new Type(TypeShare.UNASSIGNED, unassigned, Palette.UNASSIGNED));
            byLabel.put(TypeShare.UNASSIGNED, Palette.UNASSIGNED);
        }
        return new TypeColours(types, byLabel);
    }

    String of(TypeShare type) {
        return byLabel.getOrDefault(type.label(), OTHER);
    }
}
