package io.nanocell.evidence.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Finds the parts that a domain's cells fall into by their expression, however many.
///
/// Cells are cut in two along the direction in which they differ most, a mixture of two is fitted from there, and the
/// cut stands if it explains the cells better than chance: the gain in ln p per cell over one profile must exceed
/// [#FACTOR] times that of the same cells with every gene's amounts dealt anew, and [#LEAST_GAIN]. Each side is
/// then cut again. At the end all parts are fitted together.
final class CellParts {

    static final double FACTOR = 2;
    static final double LEAST_GAIN = 0.15;
    private static final int LEAST_CELLS = 15;
    private static final double LEAST_SHARE = 0.03;
    private static final int MOST_PARTS = 8;
    private static final long SEED = 0x7061727473L;

    private CellParts() {}

    /// @return the parts as a mixture, one component where the cells are of one kind
    static CellMixture of(CellSample sample) {
        int[] part = new int[sample.cells()];
        int parts = 1;
        List<Integer> open = new ArrayList<>(List.of(0));
        while (!open.isEmpty() && parts < MOST_PARTS) {
            int next = open.removeFirst();
            int[] cells =
                    IntStream.range(0, part.length).filter(i -> part[i] == next).toArray();
            boolean[] second = cut(sample.only(cells), LEAST_SHARE * sample.cells());
            if (second.length > 0) {
                for (int i = 0; i < cells.length; i++) {
                    part[cells[i]] = second[i] ? parts : next;
                }
                open.add(next);
                open.add(parts++);
            }
        }
        return CellMixture.fit(sample, part, parts);
    }

    /// @return the side of every cell; empty where the cells are of one kind
    private static boolean[] cut(CellSample sample, double least) {
        boolean[] whole = new boolean[0];
        double fewest = Math.max(least, LEAST_CELLS);
        if (sample.cells() < 2 * fewest) {
            return whole;
        }
        CellMixture two = CellMixture.fit(sample, PrincipalSplit.of(sample), 2);
        boolean[] second = new boolean[sample.cells()];
        int count = 0;
        for (int i = 0; i < second.length; i++) {
            second[i] = two.of(i) == 1;
            count += second[i] ? 1 : 0;
        }
        if (count < fewest || sample.cells() - count < fewest) {
            return whole;
        }
        double gain = two.logLikelihood() - single(sample);
        CellSample dealt = sample.dealt(SEED);
        double chance = CellMixture.fit(dealt, PrincipalSplit.of(dealt), 2).logLikelihood() - single(dealt);
        return gain >= LEAST_GAIN && gain >= FACTOR * chance ? second : whole;
    }

    private static double single(CellSample sample) {
        return CellMixture.fit(sample, new int[sample.cells()], 1).logLikelihood();
    }

    /// @return share of every part
    static double[] shares(CellMixture parts) {
        double[] shares = new double[parts.components()];
        Arrays.setAll(shares, parts::weight);
        return shares;
    }
}
