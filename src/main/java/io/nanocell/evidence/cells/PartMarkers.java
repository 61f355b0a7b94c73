package io.nanocell.evidence.cells;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The genes that tell a part of a domain from all other cells of the section.
///
/// As a cluster's markers they are ranked by (pct_in − pct_out) · min(L, 4), L the log2 fold change at pseudocount 0.01
/// of the mean log-normalised values. A gene of which another part of the same domain shows [#LEAKS] times as much is
/// that part's, and reaches this one by leakage.
final class PartMarkers {

    private static final double LEAKS = 3;
    private static final double LEAST_SHARE = 0.05; // of the part's cells
    private static final double LEAST_Z = 4;
    private static final double PSEUDOCOUNT = 0.01;
    private static final double MOST_FOLDS = 4;

    private final GeneTotals section;
    private final int genes;
    private final int parts;
    private final double[] cells; // per part, as many as in the whole domain
    private final double[] detected; // part k, gene g at k * genes + g; as many as in the whole domain
    private final double[] sum;
    private final double[] amount;
    private final double scale; // cells of the domain per cell of the sample

    PartMarkers(GeneTotals section, CellSample sample, CellMixture mixture, int domainCells) {
        this.section = section;
        this.genes = sample.genes();
        this.parts = mixture.components();
        this.scale = (double) domainCells / sample.cells();
        this.cells = new double[parts];
        this.detected = new double[parts * genes];
        this.sum = new double[parts * genes];
        this.amount = new double[parts * genes];
        for (int i = 0; i < sample.cells(); i++) {
            int part = mixture.of(i);
            cells[part] += scale;
            for (int e = sample.start()[i]; e < sample.start()[i + 1]; e++) {
                int at = part * genes + sample.gene()[e];
                detected[at] += scale;
                sum[at] += scale * sample.amount()[e] / sample.unit()[i];
                amount[at] += scale * sample.amount()[e];
            }
        }
    }

    /// @return genes, strongest first
    List<Integer> of(int part, int most, double noiseFloor) {
        double[] effect = new double[genes];
        for (int g = 0; g < genes; g++) {
            effect[g] = effect(part, g, noiseFloor);
        }
        return IntStream.range(0, genes)
                .filter(g -> effect[g] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer g) -> -effect[g]).thenComparing(g -> g))
                .limit(most)
                .toList();
    }

    private double effect(int part, int g, double noiseFloor) {
        int at = part * genes + g;
        double outside = section.cells() - cells[part];
        if (cells[part] == 0 || outside <= 0) {
            return 0;
        }
        double in = detected[at] / cells[part];
        double out = Math.max(0, section.detected()[g] - detected[at]) / outside;
        double mean = (in * cells[part] + out * outside) / section.cells();
        double z = (in - out) / Math.sqrt(Math.max(mean * (1 - mean), 1e-12) * (scale / cells[part] + 1 / outside));
        if (in < LEAST_SHARE || in <= noiseFloor || z < LEAST_Z || leaks(part, g)) {
            return 0;
        }
        double meanIn = sum[at] / cells[part];
        double meanOut = Math.max(0, section.sum()[g] - sum[at]) / outside;
        double folds =
                StrictMath.log((StrictMath.expm1(meanIn) + PSEUDOCOUNT) / (StrictMath.expm1(meanOut) + PSEUDOCOUNT))
                        / StrictMath.log(2);
        return folds > 0 ? (in - out) * Math.min(folds, MOST_FOLDS) : 0;
    }

    /// @return pct_in − pct_out of a gene
    double difference(int part, int g) {
        int at = part * genes + g;
        double outside = section.cells() - cells[part];
        return cells[part] == 0 || outside <= 0
                ? 0
                : detected[at] / cells[part] - Math.max(0, section.detected()[g] - detected[at]) / outside;
    }

    /// @return times that a part shows more of a gene than that of the others that has most of it
    double lead(int part, int g, List<Integer> others) {
        double most = 0;
        for (int other : others) {
            if (cells[other] > 0) {
                most = Math.max(most, amount[other * genes + g] / cells[other]);
            }
        }
        return most == 0 ? Double.POSITIVE_INFINITY : amount[part * genes + g] / cells[part] / most;
    }

    private boolean leaks(int part, int g) {
        return lead(part, g, others(part)) < 1 / LEAKS;
    }

    private List<Integer> others(int part) {
        return IntStream.range(0, parts).filter(k -> k != part).boxed().toList();
    }
}
