package io.nanocell.evidence;

import io.nanocell.evidence.stats.BenjaminiHochberg;
import io.nanocell.evidence.stats.GroupStatistics;
import io.nanocell.evidence.stats.WilcoxonRankSum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A gene of a cluster with the numbers that select and rank it.
///
/// @param gene as it is reported
/// @param foldChange log2 at pseudocount 0.01; NaN where the cluster has no other cells
/// @param effect (pct_in − pct_out) · min(L, 4); NaN where the cluster has no other cells
/// @param z rank-sum z
/// @param adjusted Benjamini–Hochberg p
/// @param pctIn share of the cluster's cells with a count
record RankedGene(MarkerGene gene, double foldChange, double effect, double z, double adjusted, double pctIn) {

    static final Comparator<RankedGene> STRONGEST_FIRST = Comparator.comparingDouble(RankedGene::effect)
            .thenComparingDouble(RankedGene::z)
            .reversed()
            .thenComparing(ranked -> ranked.gene().gene());

    private static final double SCANPY_PSEUDOCOUNT = 1e-9;
    private static final double PSEUDOCOUNT = 0.01;
    private static final double MAX_FOLD_CHANGE = 4;

    /// @return all genes of a cluster, in panel order
    static List<RankedGene> of(GroupStatistics statistics, int cluster, List<String> genes) {
        if (genes.size() != statistics.genes()) {
            throw new IllegalArgumentException(
                    "%d gene names for %d genes".formatted(genes.size(), statistics.genes()));
        }
        if (statistics.cells()[cluster] == 0) {
            throw new IllegalArgumentException("cluster %d has no kept cell".formatted(cluster));
        }
        int offset = (cluster - 1) * statistics.genes();
        double[] p = new double[statistics.genes()];
        for (int gene = 0; gene < p.length; gene++) {
            p[gene] = WilcoxonRankSum.twoSided(statistics.z()[offset + gene]);
        }
        double[] adjusted = BenjaminiHochberg.adjust(p);
        List<RankedGene> ranked = new ArrayList<>(p.length);
        for (int gene = 0; gene < p.length; gene++) {
            ranked.add(of(genes.get(gene), statistics, cluster, offset + gene, p[gene], adjusted[gene]));
        }
        return ranked;
    }

    private static RankedGene of(String name, GroupStatistics s, int cluster, int at, double p, double adjusted) {
        double inside = s.cells()[cluster];
        double outside = s.cellsOutside(cluster);
        double pctIn = s.detectedIn()[at] / inside;
        double meanIn = s.sumIn()[at] / inside;
        if (outside == 0) { // nothing to compare with
            var alone = new MarkerGene(name, null, pctIn, null, meanIn, null, null, null, null, null);
            return new RankedGene(alone, Double.NaN, Double.NaN, 0, 1, pctIn);
        }
        double pctOut = s.detectedOut()[at] / outside;
        double meanOut = s.sumOut()[at] / outside;
        double foldChange = foldChange(meanIn, meanOut, PSEUDOCOUNT);
        double effect = (pctIn - pctOut) * Math.min(foldChange, MAX_FOLD_CHANGE);
        double scanpy = foldChange(meanIn, meanOut, SCANPY_PSEUDOCOUNT);
        double z = s.z()[at];
        var gene = new MarkerGene(name, scanpy, pctIn, pctOut, meanIn, meanOut, z, p, adjusted, effect);
        return new RankedGene(gene, foldChange, effect, z, adjusted, pctIn);
    }

    /// log2((expm1(mean_in) + c) / (expm1(mean_out) + c)).
    static double foldChange(double meanIn, double meanOut, double pseudocount) {
        double ratio = (StrictMath.expm1(meanIn) + pseudocount) / (StrictMath.expm1(meanOut) + pseudocount);
        return StrictMath.log(ratio) / StrictMath.log(2);
    }

    /// @return whether the gene is higher in the cluster; false where there are no other cells
    boolean higher() {
        return foldChange > 0;
    }
}
