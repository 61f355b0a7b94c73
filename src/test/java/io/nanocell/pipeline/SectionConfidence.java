package io.nanocell.pipeline;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.confidence.Confidence;
import io.nanocell.confidence.Verdict;
import io.nanocell.evaluation.Calibration;
import io.nanocell.reference.CellOntology;
import io.nanocell.simulation.NicheKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How true the confidences of clusters with cells are, on simulated sections: `SectionConfidence FROM TO [tissue]
/// [depth=150] [cells=8000]`. Of every seed the pure niches of random types count, each a cluster.
///
/// The simulator gives its cells markers of the very sources that the ranking asks, so that the share of right
/// names is better than on tissue: this shows whether anything of the way through the cells (markers by tests,
/// twenty of them, leakage, a second type in the cluster) turns the confidence bold. It is no calibration.
final class SectionConfidence {

    private static final double RIGHT = 0.5;
    private static final double RISK = 0.1;
    private static final int CELLS = 8000;
    private static final int DEPTH = 150;

    private final Set<String> options;
    private final CellOntology ontology =
            PlantedNiches.STREET.knowledge().types().ontology();
    private final List<Calibration.Answer> answers = new ArrayList<>();
    private final TreeMap<Verdict, int[]> verdicts = new TreeMap<>(); // clusters, right ones

    private SectionConfidence(Set<String> options) {
        this.options = options;
    }

    private void run(long seed) {
        PlantedNiches planted = PlantedNiches.of(
                PlantedNiches.random(seed),
                number("cells", CELLS),
                seed,
                number("depth", DEPTH),
                options.contains("tissue"),
                false);
        for (AnnotatedCluster cluster : planted.section().clusters()) {
            var niche = planted.niche(cluster.evidence().number());
            if (niche.kind() == NicheKind.PURE
                    && !cluster.confidence().candidates().isEmpty()) {
                Set<String> truth = Set.of(niche.shares().getFirst().type().cellOntologyId());
                Confidence first = cluster.confidence().candidates().getFirst();
                boolean right = ontology.score(truth, first.cellOntologyId()) >= RIGHT;
                answers.add(new Calibration.Answer(seed + niche.name(), first.value(), right));
                String label = cluster.cellOntologyId();
                int[] counts = verdicts.computeIfAbsent(cluster.verdict(), _ -> new int[2]);
                counts[0]++;
                counts[1] += label != null && ontology.score(truth, label) >= RIGHT ? 1 : 0;
            }
        }
    }

    private int number(String name, int otherwise) {
        return options.stream()
                .filter(option -> option.startsWith(name + "="))
                .mapToInt(option -> Integer.parseInt(option.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }

    private void summary() {
        var calibration = new Calibration(answers);
        var perfect = calibration.perfectEce();
        var atRisk = calibration.coverageAtRisk(RISK);
        IO.println(
                "%d pure clusters, first candidates: right %s, mean confidence %s, Brier %s, skill %s, slope %s, ECE %s (%s), at 90 %% right %s"
                        .formatted(
                                answers.size(),
                                shown(calibration.baseRate()),
                                shown(answers.stream()
                                        .mapToDouble(Calibration.Answer::confidence)
                                        .average()
                                        .orElse(Double.NaN)),
                                shown(calibration.brier()),
                                shown(calibration.brierSkill()),
                                shown(calibration.slope()),
                                shown(calibration.ece()),
                                shown(perfect == null ? null : perfect.percentile95()),
                                shown(atRisk == null ? null : atRisk.coverage())));
        calibration
                .bins()
                .forEach(bin -> IO.println("  confidence %.1f to %.1f: %d, mean %.3f, right %.3f"
                        .formatted(bin.from(), bin.to(), bin.n(), bin.confidence(), bin.right())));
        verdicts.forEach((verdict, counts) ->
                IO.println("  %s: %d clusters, %d with the right label".formatted(verdict, counts[0], counts[1])));
    }

    private static String shown(@Nullable Double value) {
        return value == null ? "-" : String.format(Locale.ROOT, "%.3f", value);
    }

    public static void main(String[] arguments) {
        var sections = new SectionConfidence(Set.copyOf(Arrays.asList(arguments).subList(2, arguments.length)));
        for (int seed = Integer.parseInt(arguments[0]); seed <= Integer.parseInt(arguments[1]); seed++) {
            sections.run(seed);
        }
        sections.summary();
    }
}
