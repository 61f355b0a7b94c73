package io.nanocell.evidence.candidates;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// From supports to an order of labels.
///
/// Posterior P = softmax of 2.3 · ln(x + 0.5) + 0.18 · λ + 0.3 · ln(lists + 1) + tissue: the support x tells which
/// types the markers are typical of, the likelihood ratio λ which of their relatives. Of a general label, one that
/// covers more than 10 % of the ontology or names a stage of any lineage, 2 is taken off: experts name types. The first
/// label maximises the expected
/// ontology score V = P(c) + ½ Σ P(ancestors and descendants); each further one adds most to the expected best score
/// of those before, among the 40 of greatest V. A general ancestor relates to nothing.
final class LabelRanking {

    private static final double SUPPORT = 2.3;
    private static final double SUPPORT_OFFSET = 0.5;
    private static final double LIKELIHOOD = 0.18;
    private static final double PUBLICATIONS = 0.3;
    private static final double RELATED = 0.5;

    /// Genes that every epithelial cell or leukocyte has mark the general label best; it is true and tells nothing.
    /// Held-out lists of all suites are named best, and alike, between 1.4 and 3.
    private static final double GENERAL = 2;

    /// Stem cell, progenitor cell, somatic stem cell: of which lineage they do not say.
    private static final Set<String> STAGES = Set.of("CL:0000034", "CL:0011026", "CL:0000723");

    private static final int CONSIDERED = 40;

    private final int labels;
    private final double[] prior;
    private final int[][] related;

    LabelRanking(MarkerModel model, LabelWeights weights, Collection<String> organs) {
        this.labels = weights.labels().size();
        this.prior = new double[labels];
        CellOntology ontology = model.knowledge().ontology();
        for (int l = 0; l < labels; l++) {
            String id = weights.labels().get(l).cellOntologyId();
            int type = model.types().indexOf(id);
            prior[l] = PUBLICATIONS * StrictMath.log(weights.lists(l) + 1)
                    + model.tissues().of(type, organs)
                    - (ontology.isGeneral(id) || STAGES.contains(id) ? GENERAL : 0);
        }
        this.related = related(weights, ontology);
    }

    private static int[][] related(LabelWeights weights, CellOntology ontology) {
        List<List<Integer>> related = new ArrayList<>();
        weights.labels().forEach(_ -> related.add(new ArrayList<>()));
        for (Label label : weights.labels()) {
            int below = weights.indexOf(label.cellOntologyId());
            for (String ancestor : ontology.ancestors(label.cellOntologyId())) {
                int above = weights.indexOf(ancestor);
                if (above >= 0 && !ontology.isGeneral(ancestor)) {
                    related.get(above).add(below);
                    related.get(below).add(above);
                }
            }
        }
        return related.stream()
                .map(list -> list.stream().mapToInt(l -> l).sorted().toArray())
                .toArray(int[][]::new);
    }

    /// @param support x of every label
    /// @param likelihood λ of every label
    /// @param against what speaks against every label, in nats, ≥ 0
    /// @return P of every label
    double[] posterior(double[] support, double[] likelihood, double[] against) {
        double[] p = new double[labels];
        double greatest = Double.NEGATIVE_INFINITY;
        for (int l = 0; l < labels; l++) {
            p[l] = SUPPORT * StrictMath.log(support[l] + SUPPORT_OFFSET)
                    + LIKELIHOOD * likelihood[l]
                    + prior[l]
                    - against[l];
            greatest = Math.max(greatest, p[l]);
        }
        double sum = 0;
        for (int l = 0; l < labels; l++) {
            p[l] = StrictMath.exp(p[l] - greatest);
            sum += p[l];
        }
        for (int l = 0; l < labels; l++) {
            p[l] /= sum;
        }
        return p;
    }

    /// @return P of a label and of all that stand above or below it, 0..1
    double branch(int label, double[] posterior) {
        double branch = posterior[label];
        for (int other : related[label]) {
            branch += posterior[other];
        }
        return Math.min(1, branch);
    }

    /// @return V of a label
    double expected(int label, double[] posterior) {
        double expected = posterior[label];
        for (int other : related[label]) {
            expected += RELATED * posterior[other];
        }
        return expected;
    }

    private double[] expected(double[] posterior) {
        double[] expected = new double[labels];
        Arrays.setAll(expected, l -> expected(l, posterior));
        return expected;
    }

    /// @return the label that [#pick] puts first, −1 where none has support
    int first(double[] posterior, double[] support) {
        double[] expected = expected(posterior);
        int first = -1;
        for (int l = 0; l < labels; l++) {
            if (support[l] > 0 && (first < 0 || expected[l] > expected[first])) {
                first = l;
            }
        }
        return first;
    }

    /// @param support x of every label; one without support is not picked
    /// @return at most `count` labels, best first
    List<Integer> pick(double[] posterior, double[] support, int count) {
        double[] expected = expected(posterior);
        List<Integer> considered = new ArrayList<>(IntStream.range(0, labels)
                .filter(l -> support[l] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer l) -> -expected[l]).thenComparing(l -> l))
                .limit(Math.max(CONSIDERED, count))
                .toList());
        double[] reached = new double[labels]; // best ontology score so far where a label is the truth
        List<Integer> picked = new ArrayList<>();
        while (picked.size() < count && !considered.isEmpty()) {
            int best = 0;
            double bestGain = -1;
            for (int c = 0; c < considered.size(); c++) {
                double gain = gain(considered.get(c), posterior, reached);
                if (gain > bestGain) {
                    best = c;
                    bestGain = gain;
                }
            }
            int label = considered.remove(/* index */ best);
            picked.add(label);
            reached[label] = 1;
            for (int other : related[label]) {
                reached[other] = Math.max(reached[other], RELATED);
            }
        }
        return picked;
    }

    private double gain(int label, double[] posterior, double[] reached) {
        double gain = (1 - reached[label]) * posterior[label];
        for (int other : related[label]) {
            gain += Math.max(0, RELATED - reached[other]) * posterior[other];
        }
        return gain;
    }
}
