package io.nanocell.simulation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Expected share of every gene in a cell of a type: its expressed markers take half, the neutral genes, the
/// same in every type, the other half; silent markers and the markers of other types nothing.
///
/// @param own types × genes, rows sum to 1
record ExpressionProfiles(double[][] own) {

    private static final double MARKER_PART = 0.45;
    private static final double MARKER_SPREAD = 0.6;
    private static final double NEUTRAL_SPREAD = 1.2;
    private static final double UNSPECIFIC = 0.3;

    static ExpressionProfiles of(List<SimulatedType> types, SyntheticPanel panel, RandomStream random) {
        Map<String, Integer> column = new HashMap<>();
        for (int g = 0; g < panel.genes().size(); g++) {
            column.put(panel.genes().get(g), g);
        }
        double[] neutral = new double[panel.genes().size()];
        fill(neutral, panel.neutral(), column, random, NEUTRAL_SPREAD, 1 - MARKER_PART);
        double[][] own = new double[types.size()][];
        for (int t = 0; t < own.length; t++) {
            own[t] = neutral.clone();
            List<String> markers = panel.expressed().getOrDefault(types.get(t).cellOntologyId(), List.of());
            fill(own[t], markers, column, random, MARKER_SPREAD, MARKER_PART);
        }
        return new ExpressionProfiles(own);
    }

    private static void fill(
            double[] profile,
            List<String> genes,
            Map<String, Integer> column,
            RandomStream random,
            double spread,
            double part) {
        double[] weights = new double[genes.size()];
        Arrays.setAll(weights, _ -> random.logNormal(spread));
        double sum = Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            profile[column.getOrDefault(genes.get(i), 0)] = part * weights[i] / sum;
        }
    }

    /// @param abundance share of each type among the cells
    /// @return what floats in the section: mostly the mean of the types, the rest any gene alike, so that a
    /// gene that no cell expresses is still seen now and then, as on a real panel
    double[] ambient(double[] abundance) {
        double[] ambient = new double[own[0].length];
        Arrays.fill(ambient, UNSPECIFIC / ambient.length);
        for (int t = 0; t < own.length; t++) {
            for (int g = 0; g < ambient.length; g++) {
                ambient[g] += (1 - UNSPECIFIC) * abundance[t] * own[t][g];
            }
        }
        return ambient;
    }

    /// @return for gene g of row type · types + neighbour: (1 − a − l)·own + a·ambient + l·neighbour's
    double[][] mixed(double[] ambient, double ambientShare, double leak) {
        double[][] mixed = new double[own.length * own.length][ambient.length];
        for (int t = 0; t < own.length; t++) {
            for (int n = 0; n < own.length; n++) {
                for (int g = 0; g < ambient.length; g++) {
                    mixed[t * own.length + n][g] =
                            (1 - ambientShare - leak) * own[t][g] + ambientShare * ambient[g] + leak * own[n][g];
                }
            }
        }
        return mixed;
    }
}
