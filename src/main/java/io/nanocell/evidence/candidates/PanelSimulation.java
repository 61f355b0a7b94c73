package io.nanocell.evidence.candidates;

import io.nanocell.evidence.CandidateParameters;
import io.nanocell.evidence.LabelAdequacy;
import io.nanocell.evidence.LabelAdequacy.Status;
import io.nanocell.numerics.Parallel;
import io.nanocell.reference.CellOntology;
import io.nanocell.reference.Label;
import io.nanocell.reference.LabelSpace;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Makes clusters up and sees what they are called.
///
/// A made-up cluster of a type with m markers on the panel shows min(10, ⌈0.7 m⌉) of them, each drawn with a chance
/// proportional to its weight (the first places of −ln(u)/W, Efraimidis and Spirakis 2006), and one other panel gene
/// for
/// every three; strong and weak, true and false stand in random order but for a pull of the strong ones to the front.
public final class PanelSimulation {

    private static final double REQUIRED = 0.8;
    private static final int MARKERS = 10;
    private static final double SHOWN = 0.7;
    private static final int MARKERS_PER_NOISE = 3;

    private final ListRanker ranker;
    private final CellOntology ontology;

    /// @param panel gene names
    public PanelSimulation(MarkerModel model, LabelSpace space, Collection<String> panel) {
        this.ranker = new ListRanker(model, space, panel, CandidateParameters.DEFAULT);
        this.ontology = model.knowledge().ontology();
    }

    /// @return one for each label, in the space's order
    public List<LabelAdequacy> of(int draws, long seed) {
        LabelAdequacy[] found = new LabelAdequacy[ranker.weights().labels().size()];
        Parallel.chunks(found.length, 1, (_, l, _) -> found[l] = of(l, draws, new SplittableRandom(seed * 31 + l)));
        return Arrays.asList(found);
    }

    private LabelAdequacy of(int l, int draws, SplittableRandom random) {
        Label label = ranker.weights().labels().get(l);
        int[] markers = ranker.markersOnPanel(l);
        int right = 0;
        int above = 0;
        Map<Label, Integer> ancestors = new HashMap<>();
        for (int draw = 0; draw < draws && markers.length > 0; draw++) {
            int called = ranker.call(cluster(l, markers, random));
            if (called == l) {
                right++;
            } else if (called >= 0 && isAbove(ranker.weights().labels().get(called), label)) {
                above++;
                ancestors.merge(ranker.weights().labels().get(called), 1, Integer::sum);
            }
        }
        List<String> onPanel = ranker.strongestOnPanel(l);
        if (right >= REQUIRED * draws) {
            return new LabelAdequacy(label, Status.CALLABLE, onPanel, null);
        }
        if (right + above >= REQUIRED * draws) {
            Label parent = ancestors.entrySet().stream()
                    .max(Map.Entry.<Label, Integer>comparingByValue()
                            .thenComparing(entry -> entry.getKey().cellOntologyId()))
                    .orElseThrow()
                    .getKey();
            return new LabelAdequacy(label, Status.PARENT_ONLY, onPanel, parent.name());
        }
        return new LabelAdequacy(label, Status.NOT_CALLABLE, onPanel, null);
    }

    private boolean isAbove(Label ancestor, Label label) {
        return ontology.isAncestor(ancestor.cellOntologyId(), label.cellOntologyId())
                && !ontology.isGeneral(ancestor.cellOntologyId());
    }

    private int[] cluster(int l, int[] markers, SplittableRandom random) {
        double[] place = new double[markers.length];
        for (int i = 0; i < markers.length; i++) {
            place[i] =
                    -StrictMath.log(1 - random.nextDouble()) / ranker.weights().weight(l, markers[i]);
        }
        int shown = Math.min(MARKERS, (int) Math.ceil(SHOWN * markers.length));
        int noise = Math.min(shown / MARKERS_PER_NOISE, ranker.population().length);
        int[] drawn = IntStream.range(0, markers.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> place[i]).thenComparing(i -> i))
                .limit(shown)
                .mapToInt(i -> markers[i])
                .toArray();
        int[] list = Arrays.copyOf(drawn, shown + noise);
        for (int i = 0; i < noise; i++) {
            int last = shown + i;
            int at = random.nextInt(last + 1); // the gene that stood there goes to the end
            list[last] = list[at];
            list[at] = ranker.population()[random.nextInt(ranker.population().length)];
        }
        return list;
    }
}
