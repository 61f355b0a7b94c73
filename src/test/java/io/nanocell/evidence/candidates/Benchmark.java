package io.nanocell.evidence.candidates;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.LabelSpace;
import io.nanocell.reference.ReferenceKnowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Ranks lists of known truth and adds up ontology scores, as `prototype/ranker` does.
final class Benchmark {

    static final Path SHARED = Path.of("../shared");
    static final Path OFFICIAL = SHARED.resolve("reference-data");

    private Benchmark() {}

    /// A list of markers whose type is known.
    record Case(String id, String tissue, List<String> markers, Set<String> truth) {}

    /// Mean ontology score of the first answer and of the best of three, and the share of exact first answers.
    record Scores(int n, double mean, double top3, double exact) {}

    static List<Case> azimuth() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(SHARED.resolve("benchmarks/marker-annotation-azimuth.tsv"))) {
            String[] cells = line.split("\t", -1);
            if (cells[1].equals("human") && !cells[7].isEmpty()) {
                cases.add(new Case(
                        cells[0],
                        cells[3],
                        Arrays.stream(cells[4].split(",")).map(String::strip).toList(),
                        new TreeSet<>(Arrays.asList(cells[7].split("\\|")))));
            }
        }
        return cases;
    }

    /// @param tissueFilter whether labels foreign to the tissue are left out
    static Scores score(ReferenceKnowledge knowledge, List<Case> cases, boolean tissueFilter) {
        var model = new MarkerModel(knowledge);
        LabelSpace all = LabelSpace.of(knowledge, LabelSpace.Request.ALL);
        CellOntology ontology = knowledge.ontology();
        double mean = 0;
        double top3 = 0;
        double exact = 0;
        for (Case c : cases) {
            Set<String> organs = new TreeSet<>(knowledge.tissues().organsIn(c.tissue()));
            organs.remove("embryo");
            LabelSpace space = tissueFilter && !organs.isEmpty()
                    ? LabelSpace.of(knowledge, LabelSpace.Request.ofTissue(c.tissue()))
                    : all;
            var weights = new LabelWeights(model, space, null);
            var ranking = new LabelRanking(model, weights, organs);
            int[] genes = c.markers().stream()
                    .mapToInt(gene -> weights.gene(knowledge.symbols().approved(gene)))
                    .toArray();
            double[] support = weights.support(genes);
            double[] posterior = ranking.posterior(support, new double[support.length]);
            double best = 0;
            List<Integer> picks = ranking.pick(posterior, support, 3);
            for (int i = 0; i < picks.size(); i++) {
                double score = ontology.score(
                        c.truth(), weights.labels().get(picks.get(i)).cellOntologyId());
                best = Math.max(best, score);
                if (i == 0) {
                    mean += score;
                    exact += score == 1 ? 1 : 0;
                }
            }
            top3 += best;
        }
        int n = cases.size();
        return new Scores(n, mean / n, top3 / n, exact / n);
    }
}
