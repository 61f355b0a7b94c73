package io.nanocell.pipeline;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.confidence.Verdict;
import io.nanocell.reference.CellOntology;
import io.nanocell.results.CellLabel;
import io.nanocell.results.TypeShare;
import io.nanocell.simulation.Niche;
import io.nanocell.simulation.NicheKind;
import io.nanocell.simulation.SimulatedType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Mixtures of two lineages and single cells against the truth, for many seeds: `MixtureSeeds FROM TO [random] [tissue]
/// [shuffle] [cells=8000] [depth=150] [--verbose]`.
///
/// The clusters are the planted niches, so that a seed takes a second. With `random` the types are any that have ten
/// markers, half of which the panel may lack the means to tell, and mixtures are 30:70 to 50:50; otherwise the demo's.
final class MixtureSeeds {

    private static final double WITHIN = 0.1;
    private static final double SHOWN = 0.1;
    private static final int MOST_CONFUSED = 12;

    /// Counts of one kind of niche.
    private static final class Tally {
        int niches;
        int heterogeneous;
        int within;
        int high;
        int cells;
        int called;
        int exact;
        int onPath;
        int lineage;
    }

    private final Set<String> options;
    private final CellOntology ontology =
            PlantedNiches.STREET.knowledge().types().ontology();
    private final Map<NicheKind, Tally> tallies = new TreeMap<>();
    private final Map<String, Integer> confused = new TreeMap<>();

    private MixtureSeeds(Set<String> options) {
        this.options = options;
    }

    private void run(long seed) {
        PlantedNiches planted = PlantedNiches.of(
                options.contains("random") ? PlantedNiches.random(seed) : PlantedNiches.demo(seed),
                number("cells", 8000),
                seed,
                number("depth", 150),
                options.contains("tissue"),
                options.contains("shuffle"));
        for (AnnotatedCluster cluster : planted.section().clusters()) {
            int number = cluster.evidence().number();
            Niche niche = planted.niche(number);
            var tally = tallies.computeIfAbsent(niche.kind(), _ -> new Tally());
            boolean heterogeneous = cluster.verdict() == Verdict.HETEROGENEOUS;
            double off = planted.offBy(number);
            tally.niches++;
            tally.heterogeneous += heterogeneous ? 1 : 0;
            tally.within += off <= WITHIN ? 1 : 0;
            tally.high += cluster.verdict() == Verdict.HIGH ? 1 : 0;
            boolean rightVerdict = (niche.kind() == NicheKind.MIXED) == heterogeneous;
            boolean expected = niche.kind() == NicheKind.AMBIGUOUS || (rightVerdict && off <= WITHIN);
            if (options.contains("--verbose") || !(expected || options.contains("shuffle"))) {
                IO.println("  seed %d, %s".formatted(seed, describe(niche, cluster, planted.calls())));
            }
        }
        for (int row = 0; row < planted.section().dataset().cells(); row++) {
            int cluster = planted.section().clustering().cluster()[row];
            int label =
                    planted.calls().labelOfCell()[planted.section().dataset().keptCells()[row]];
            if (cluster > 0) {
                var tally = tallies.computeIfAbsent(planted.niche(cluster).kind(), _ -> new Tally());
                tally.cells++;
                if (label > 0) {
                    count(tally, planted.planted(row), planted.calls().labels().get(label - 1));
                }
            }
        }
    }

    private void count(Tally tally, SimulatedType type, CellLabel label) {
        String id = label.cellOntologyId();
        tally.called++;
        tally.exact += type.cellOntologyId().equals(id) ? 1 : 0;
        tally.onPath += id != null && ontology.onOnePath(id, type.cellOntologyId()) ? 1 : 0;
        if (label.lineage().equals(type.lineage())) {
            tally.lineage++;
        } else {
            confused.merge("%s as %s".formatted(type.lineage(), label.lineage()), 1, Integer::sum);
        }
    }

    private static String describe(Niche niche, AnnotatedCluster cluster, CellCalls calls) {
        List<String> planted = niche.shares().stream()
                .filter(share -> share.share() > SHOWN)
                .map(share -> "%s (%s) %.2f"
                        .formatted(share.type().name(), share.type().lineage(), share.share()))
                .toList();
        List<String> found = calls.composition(cluster.evidence().number()).stream()
                .filter(share -> share.share() > SHOWN || share.label().equals(TypeShare.UNASSIGNED))
                .map(share -> "%s %.2f".formatted(share.label(), share.share()))
                .toList();
        return "%s %s: %s %s %.2f %s"
                .formatted(niche.kind(), planted, cluster.label(), cluster.verdict(), cluster.value(), found);
    }

    private int number(String name, int otherwise) {
        return options.stream()
                .filter(option -> option.startsWith(name + "="))
                .mapToInt(option -> Integer.parseInt(option.substring(name.length() + 1)))
                .findFirst()
                .orElse(otherwise);
    }

    private void summary() {
        tallies.forEach((kind, t) -> IO.println(
                ("%s: %d niches, Heterogeneous %.3f, HIGH %.3f, lineages' shares within 0.1 in %.3f; %,d cells, called %.3f;"
                                + " of the called right type %.3f, on its path %.3f, right lineage %.4f")
                        .formatted(
                                kind,
                                t.niches,
                                (double) t.heterogeneous / t.niches,
                                (double) t.high / t.niches,
                                (double) t.within / t.niches,
                                t.cells,
                                (double) t.called / t.cells,
                                (double) t.exact / t.called,
                                (double) t.onPath / t.called,
                                (double) t.lineage / t.called)));
        confused.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_CONFUSED)
                .forEach(entry -> IO.println("  %,6d cells of %s".formatted(entry.getValue(), entry.getKey())));
    }

    public static void main(String[] arguments) {
        var seeds = new MixtureSeeds(Set.copyOf(Arrays.asList(arguments).subList(2, arguments.length)));
        for (int seed = Integer.parseInt(arguments[0]); seed <= Integer.parseInt(arguments[1]); seed++) {
            seeds.run(seed);
        }
        seeds.summary();
    }
}
