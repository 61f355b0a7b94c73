package io.nanocell.cli;

import io.nanocell.evaluation.HeldOut;
import io.nanocell.evaluation.Scores;
import io.nanocell.pipeline.LeavePublicationOut;
import io.nanocell.pipeline.LeftOutSources;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The part of `evaluate` that needs no expert's labels: lists of the sources, each ranked without its publication.
final class HeldOutScores {

    static final String USAGE = "   or: evaluate --leave-out " + List.of(HeldOut.values())
            + " --reference FOLDER [--without SOURCE,…] [--seeds 3]; sources: " + LeftOutSources.known();

    private HeldOutScores() {}

    static void print(Options options, PrintStream out) {
        HeldOut kind;
        try {
            kind = HeldOut.named(options.required("leave-out"));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--leave-out: " + e.getMessage());
        }
        int seeds = options.integer("seeds", 3, 1);
        var without = without(options);
        var human = LeavePublicationOut.withReference(options.required("reference"), without);
        var rankings = kind.isOfMice() ? human.inMice() : human;
        List<Scores> all = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            var lists = rankings.cases(kind, seed);
            if (lists.isEmpty()) {
                throw new UsageException("these reference files have no list of " + kind);
            }
            all.add(rankings.score(lists, null, seed));
            out.println(line("seed " + seed, all.subList(seed - 1, seed)));
        }
        out.println(line(kind + " left out", all));
    }

    /// @throws UsageException for a source that there is not
    static LeftOutSources without(Options options) {
        try {
            return LeftOutSources.named(options.text("without", ""));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--without: " + e.getMessage());
        }
    }

    private static String line(String what, List<Scores> scores) {
        return String.format(
                Locale.ROOT,
                "%-24s n %4d  ontology mean %.3f  exact %.3f  top-3 %.3f",
                what,
                scores.getFirst().n(),
                scores.stream().mapToDouble(Scores::ontologyMean).average().orElseThrow(),
                scores.stream().mapToDouble(Scores::exact).average().orElseThrow(),
                scores.stream().mapToDouble(Scores::top3).average().orElseThrow());
    }
}
