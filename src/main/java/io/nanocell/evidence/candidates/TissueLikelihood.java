package io.nanocell.evidence.candidates;

import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.TissueMention;
import io.nanocell.reference.Tissues;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// ln of how much likelier a type is in an organ than types are at large, between −2 and 3.
///
/// Counts C (type × organ group) are square roots of the weighted mentions, but for those of a type in an organ that
/// lacks it, summed up the ontology; a type's
/// distribution is smoothed with three counts of its parents' mean distribution, from the top down.
final class TissueLikelihood {

    private static final double PRIOR_COUNTS = 3;
    private static final double LOWEST = -2;
    private static final double HIGHEST = 3;

    private final List<String> organs;
    private final double[][] shares; // [type][organ group]
    private final double[] atLarge;

    TissueLikelihood(MarkerDatabase database, Tissues tissues, TypeGraph types) {
        this.organs = tissues.organs();
        double[][] counts = counts(database, tissues, types);
        this.atLarge = new double[organs.size()];
        Arrays.fill(atLarge, 0.5);
        double total = 0.5 * organs.size();
        for (double[] row : counts) {
            for (int organ = 0; organ < row.length; organ++) {
                atLarge[organ] += row[organ];
                total += row[organ];
            }
        }
        for (int organ = 0; organ < atLarge.length; organ++) {
            atLarge[organ] /= total;
        }
        double[][] upward = upward(counts, types);
        this.shares = new double[types.size()][];
        for (int type = 0; type < types.size(); type++) {
            shares[type] = smoothed(upward[type], prior(types.parents(type)));
        }
    }

    private double[][] counts(MarkerDatabase database, Tissues tissues, TypeGraph types) {
        Map<String, SortedSet<String>> organsOf = new HashMap<>();
        double[][] counts = new double[types.size()][organs.size()];
        for (TissueMention mention : database.mentions()) {
            SortedSet<String> found = organsOf.computeIfAbsent(mention.tissue(), tissues::organsIn);
            for (String organ : found) {
                if (!tissues.lacks(organ, mention.cellOntologyId())) {
                    counts[types.indexOf(mention.cellOntologyId())][organs.indexOf(organ)] +=
                            mention.weight() / found.size();
                }
            }
        }
        for (double[] row : counts) {
            for (int organ = 0; organ < row.length; organ++) {
                row[organ] = Math.sqrt(row[organ]);
            }
        }
        return counts;
    }

    private static double[][] upward(double[][] counts, TypeGraph types) {
        double[][] sums = new double[counts.length][];
        for (int type = 0; type < counts.length; type++) {
            sums[type] = counts[type].clone();
        }
        for (int type = 0; type < counts.length; type++) {
            for (int ancestor : types.ancestors(type)) {
                for (int organ = 0; organ < counts[type].length; organ++) {
                    sums[ancestor][organ] += counts[type][organ];
                }
            }
        }
        return sums;
    }

    private double[] prior(List<Integer> parents) {
        if (parents.isEmpty()) {
            return atLarge;
        }
        double[] mean = new double[organs.size()];
        for (int parent : parents) {
            for (int organ = 0; organ < mean.length; organ++) {
                mean[organ] += shares[parent][organ] / parents.size();
            }
        }
        return mean;
    }

    private static double[] smoothed(double[] counts, double[] prior) {
        double total = PRIOR_COUNTS;
        for (double count : counts) {
            total += count;
        }
        double[] share = new double[counts.length];
        for (int organ = 0; organ < counts.length; organ++) {
            share[organ] = (counts[organ] + PRIOR_COUNTS * prior[organ]) / total;
        }
        return share;
    }

    /// @param among organ groups of the tissue; none: 0 for every type
    double of(int type, Collection<String> among) {
        if (among.isEmpty()) {
            return 0;
        }
        double here = 0;
        double large = 0;
        for (String organ : among) {
            here += shares[type][organs.indexOf(organ)];
            large += atLarge[organs.indexOf(organ)];
        }
        return Math.clamp(StrictMath.log(here / large), LOWEST, HIGHEST);
    }
}
