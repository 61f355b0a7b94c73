package io.nanocell.evidence;

import io.nanocell.evidence.cells.CellTyping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The type of every cell.
///
/// @param types that were recognised anywhere in the section
/// @param typeOfCell per kept cell: index into `types`, −1 where none is clear, −2 where it is one without a name
/// @param cellsOfType per cluster, from 1, and type how many of its cells are called so: at t + 2 those of type t, at 1
/// the unclear ones, at 0 those of a kind without a name. Row 0 is of the cells in no cluster
public record CellTypes(List<CalledType> types, int[] typeOfCell, int[][] cellsOfType) {

    /// Of a cell that is clearly of no type more than of another.
    public static final int UNCLEAR = CellTyping.UNCLEAR;

    /// Of a cell that is clearly of a kind without a name.
    public static final int NAMELESS = CellTyping.NAMELESS;

    /// Place of type 0 in a row of counts.
    public static final int FIRST = -NAMELESS;

    private static final double PART = 0.2; // of the clear cells, from which on a lineage is a part of a mixture
    private static final double SMALL_PART = 0.1; // the same where none holds MAIN
    private static final double MAIN = 2.0 / 3;
    private static final double LEAST_NAMED = 1.0 / 3; // of the clear cells

    static CellTypes of(List<CalledType> types, int[] typeOfCell, int[] cluster, int clusters) {
        int[][] cells = new int[clusters + 1][types.size() + FIRST];
        for (int i = 0; i < cluster.length; i++) {
            cells[cluster[i]][typeOfCell[i] + FIRST]++;
        }
        return new CellTypes(List.copyOf(types), typeOfCell, cells);
    }

    /// The lineages whose cells a domain is mixed of, most cells first: those with a fifth of its clear cells, or
    /// a tenth where no lineage holds two thirds. Each was recognised by its own markers somewhere in the section.
    ///
    /// @param cluster from 1
    /// @return at least two lineages, or none where the cells are of one
    public List<LineageSupport> mixture(int cluster) {
        Map<String, Integer> cells = lineages(cluster);
        double least = (heterogeneity(cluster) > 1 - MAIN ? SMALL_PART : PART) * clear(cluster);
        List<LineageSupport> parts = new ArrayList<>();
        cells.entrySet().stream()
                .filter(entry -> entry.getValue() >= least)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> parts.add(support(cluster, entry.getKey())));
        return parts.size() < 2 || !tells(cluster) ? List.of() : List.copyOf(parts);
    }

    /// @param cluster from 1
    /// @return share of its clear cells outside the largest lineage or, if they are more, outside the kinds without
    /// a name, 0..1; 0 where none is clear
    public double heterogeneity(int cluster) {
        int most = cellsOfType[cluster][NAMELESS + FIRST];
        for (int cells : lineages(cluster).values()) {
            most = Math.max(most, cells);
        }
        int clear = clear(cluster);
        return clear == 0 ? 0 : (double) (clear - most) / clear;
    }

    private int clear(int cluster) {
        return Arrays.stream(cellsOfType[cluster]).sum() - cellsOfType[cluster][UNCLEAR + FIRST];
    }

    /// @param type index of a type, or [#NAMELESS]
    /// @return its part of the cluster's clear cells, 0..1; 0 where none is clear
    public double shareOfClear(int cluster, int type) {
        int clear = clear(cluster);
        return clear == 0 ? 0 : (double) cellsOfType[cluster][type + FIRST] / clear;
    }

    /// @return whether so many of a cluster's clear cells have a type that the cluster can be spoken of
    private boolean tells(int cluster) {
        int named = clear(cluster) - cellsOfType[cluster][NAMELESS + FIRST];
        return named > 0 && named >= LEAST_NAMED * clear(cluster);
    }

    /// @param ranked what the cluster's markers say
    /// @return the same with the lineages that its cells are mixed of, where they are
    public CandidateEvidence mixedInto(CandidateEvidence ranked, int cluster) {
        List<LineageSupport> mixture = mixture(cluster);
        return mixture.isEmpty() ? ranked : new CandidateEvidence(ranked.candidates(), mixture, ranked.coverage());
    }

    private Map<String, Integer> lineages(int cluster) {
        Map<String, Integer> cells = new LinkedHashMap<>();
        for (int t = 0; t < types.size(); t++) {
            if (cellsOfType[cluster][t + FIRST] > 0) {
                cells.merge(types.get(t).lineage(), cellsOfType[cluster][t + FIRST], Integer::sum);
            }
        }
        return cells;
    }

    /// The cluster's own part speaks for the lineage, else the largest of another.
    private LineageSupport support(int cluster, String lineage) {
        CalledType.NamedPart part = IntStream.range(0, types.size())
                .filter(t -> types.get(t).lineage().equals(lineage) && cellsOfType[cluster][t + FIRST] > 0)
                .boxed()
                .flatMap(t -> types.get(t).parts().stream())
                .min(Comparator.comparingInt((CalledType.NamedPart p) -> p.cluster() == cluster ? 0 : 1)
                        .thenComparingDouble(p -> -p.share()))
                .orElseThrow();
        return new LineageSupport(lineage, part.support(), part.pValueMax(), part.markers());
    }
}
