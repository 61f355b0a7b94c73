package io.nanocell.confidence;

import io.nanocell.confidence.calibration.MonotoneLogistic;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Fits a [ConfidenceModel] to labelled candidates, and says what it would have said of each of them unseen.
///
/// Few parameters, each of them bounded by what it must mean (≥ 0) and a mild ridge penalty: seven hundred cases do
/// not carry more. The same cases give the same bytes, whatever their order.
public final class ConfidenceFit {

    private static final MonotoneLogistic LOGISTIC = new MonotoneLogistic(0.002);

    private ConfidenceFit() {}

    /// @throws IllegalArgumentException unless there are right and wrong ones
    public static ConfidenceModel of(List<LabelledConfidence> labelled) {
        List<LabelledConfidence> cases = labelled.stream()
                .filter(LabelledConfidence::isFitted)
                .sorted(Comparator.comparing(LabelledConfidence::id))
                .toList();
        if (cases.isEmpty()) {
            throw new IllegalArgumentException("there are no labelled cases");
        }
        double[][] terms = new double[cases.size()][];
        boolean[] right = new boolean[cases.size()];
        double[] weight = new double[cases.size()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = ConfidenceModel.terms(cases.get(i).parts());
            right[i] = cases.get(i).right();
            weight[i] = cases.get(i).weight();
        }
        var fit = LOGISTIC.fit(terms, right, weight);
        return new ConfidenceModel(
                fit.intercept(), Arrays.stream(fit.weights()).boxed().toList());
    }

    /// Fits a model to the cases of each size of panel; a case belongs to the size nearest to its own, by the
    /// logarithm.
    ///
    /// @param sizes that get a model of their own; [PanelModels#NO_PANEL] alone where there is no panel
    public static PanelModels of(List<LabelledConfidence> labelled, SortedSet<Integer> sizes) {
        SortedMap<Integer, ConfidenceModel> models = new TreeMap<>();
        for (int size : sizes) {
            models.put(
                    size,
                    of(labelled.stream()
                            .filter(c -> nearest(sizes, c.panelGenes()) == size)
                            .toList()));
        }
        return new PanelModels(models);
    }

    private static int nearest(SortedSet<Integer> sizes, int genes) {
        return sizes.stream()
                .min(Comparator.comparingDouble(
                        (Integer size) -> Math.abs(StrictMath.log((1.0 + size) / (1.0 + genes)))))
                .orElseThrow();
    }

    /// Leaves whole groups out: what is said of a tissue comes from the others.
    ///
    /// @param sizes as in a fit
    /// @return id → confidence by the models fitted without the case's fold
    public static Map<String, Double> crossValidated(
            List<LabelledConfidence> labelled, SortedSet<Integer> sizes, int folds) {
        Map<String, Integer> foldOf = folds(labelled, folds);
        Map<String, Double> values = new TreeMap<>();
        for (int fold = 0; fold < folds; fold++) {
            int left = fold;
            List<LabelledConfidence> inside = labelled.stream()
                    .filter(c -> foldOf.getOrDefault(c.group(), -1) == left)
                    .toList();
            if (!inside.isEmpty()) {
                List<LabelledConfidence> outside = labelled.stream()
                        .filter(c -> foldOf.getOrDefault(c.group(), -1) != left)
                        .toList();
                PanelModels models = of(outside, sizes);
                inside.forEach(c -> values.put(c.id(), models.at(c.panelGenes()).value(c.parts())));
            }
        }
        return values;
    }

    /// The greatest group first, each to the fold that has least so far.
    private static Map<String, Integer> folds(List<LabelledConfidence> labelled, int folds) {
        if (folds < 2) {
            throw new IllegalArgumentException("folds is %d, below 2".formatted(folds));
        }
        Map<String, Integer> sizes = new TreeMap<>();
        labelled.stream().filter(LabelledConfidence::isFitted).forEach(c -> sizes.merge(c.group(), 1, Integer::sum));
        int[] load = new int[folds];
        Map<String, Integer> foldOf = new HashMap<>();
        sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(group -> {
                    int least = IntStream.range(0, folds)
                            .boxed()
                            .min(Comparator.comparingInt(fold -> load[fold]))
                            .orElseThrow();
                    foldOf.put(group.getKey(), least);
                    load[least] += group.getValue();
                });
        return foldOf;
    }
}
