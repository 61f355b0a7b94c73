package io.nanocell.evidence.cells;

import java.util.Arrays;

/// Difference of the mean z of two lineages and the markers found of each, per cell; for the rules see
/// [LineageContrast].
final class ContrastTally {

    private final int markersOfFirst;
    private final int markersOfSecond;
    private final float[] gap; // first − second
    private final short[] first;
    private final short[] second;

    /// @param empty difference in a cell without any marker
    ContrastTally(int cells, int markersOfFirst, int markersOfSecond, double empty) {
        this.markersOfFirst = markersOfFirst;
        this.markersOfSecond = markersOfSecond;
        gap = new float[cells];
        Arrays.fill(gap, (float) empty);
        first = new short[cells];
        second = new short[cells];
    }

    /// @param amount of the gap, negative for a marker of the second
    void add(int cell, boolean ofFirst, double amount) {
        gap[cell] += (float) amount;
        if (ofFirst) {
            first[cell]++;
        } else {
            second[cell]++;
        }
    }

    /// @return share of the telling cells that are clear
    double clear(double minGap, int minDetected) {
        LineageContrast.Contrast contrast = contrast(minGap, minDetected, 0);
        return contrast.telling() == 0 ? 0 : (double) (contrast.first() + contrast.second()) / contrast.telling();
    }

    LineageContrast.Contrast contrast(double minGap, int minDetected, double chance) {
        int telling = 0;
        int ofFirst = 0;
        int ofSecond = 0;
        for (int i = 0; i < gap.length; i++) {
            if (Math.max(first[i], second[i]) >= minDetected) {
                telling++;
                int more = Integer.compare(first[i] * markersOfSecond, second[i] * markersOfFirst); // of its own
                ofFirst += gap[i] >= minGap && first[i] >= minDetected && more >= 0 ? 1 : 0;
                ofSecond += gap[i] <= -minGap && second[i] >= minDetected && more <= 0 ? 1 : 0;
            }
        }
        return new LineageContrast.Contrast(telling, ofFirst, ofSecond, chance);
    }
}
