package io.nanocell.evidence.stats;

/// Average ranks of one gene over all cells, summed by group. For the symbols see [WilcoxonRankSum].
final class GeneRanks {

    private final int groups;
    private final int cells;
    private final double[] rankSum;
    private final double[] valueSum;
    private final int[] detected;
    private double ties;
    private double zeroRank;

    GeneRanks(int groups, int cells) {
        this.groups = groups;
        this.cells = cells;
        this.rankSum = new double[groups + 1];
        this.valueSum = new double[groups + 1];
        this.detected = new int[groups + 1];
    }

    /// @param keys those of the gene's non-zeros, sorted, at `from … to − 1`
    void add(long[] keys, int from, int to) {
        int zeros = cells - (to - from);
        zeroRank = (zeros + 1) / 2.0;
        ties = tie(zeros);
        for (int run = from; run < to; ) {
            int bits = bits(keys[run]);
            int end = run + 1;
            while (end < to && bits(keys[end]) == bits) {
                end++;
            }
            double rank = zeros + (run - from) + (end - run + 1) / 2.0;
            double value = Float.intBitsToFloat(bits);
            for (int i = run; i < end; i++) {
                int group = (int) keys[i];
                rankSum[group] += rank;
                valueSum[group] += value; // ascending order: the same sum whatever the order of the cells
                detected[group]++;
            }
            ties += tie(end - run);
            run = end;
        }
    }

    private static int bits(long key) {
        return (int) (key >>> Integer.SIZE);
    }

    private static double tie(double t) {
        return t * t * t - t;
    }

    void store(GroupStatistics result, int gene) {
        for (int group = 1; group <= groups; group++) {
            int at = (group - 1) * result.genes() + gene;
            result.detectedIn()[at] = detected[group];
            result.sumIn()[at] = valueSum[group];
            result.z()[at] = z(rankSum[group], detected[group], result.cells()[group]);
            for (int other = 0; other <= groups; other++) { // added, not total − in: no remainder of rounding
                result.detectedOut()[at] += other == group ? 0 : detected[other];
                result.sumOut()[at] += other == group ? 0 : valueSum[other];
            }
        }
    }

    private double z(double nonZeroRanks, int nonZeros, double n1) {
        double n = cells;
        double n2 = n - n1;
        double u = nonZeroRanks + (n1 - nonZeros) * zeroRank - n1 * (n1 + 1) / 2;
        double variance = n1 * n2 / 12 * ((n + 1) - ties / (n * (n - 1)));
        return variance > 0 ? (u - n1 * n2 / 2) / Math.sqrt(variance) : 0;
    }
}
