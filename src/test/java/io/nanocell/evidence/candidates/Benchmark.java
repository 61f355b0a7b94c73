package io.nanocell.evidence.candidates;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.LabelSpace;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.reference.TissueMention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Ranks lists of known truth and adds up ontology scores, as the Python prototype did.
final class Benchmark {

    static final Path SHARED = Path.of("../shared");
    static final Path OFFICIAL = SHARED.resolve("reference-data");

    private static final int CASES_PER_TYPE = 12;
    private static final int MARKERS = 10;
    private static final int FOLDS = 6;

    private Benchmark() {}

    /// A list of markers whose type is known.
    ///
    /// @param id of the case, or the publication it comes from
    record Case(String id, String tissue, List<String> markers, Set<String> truth) {}

    /// Mean ontology score of the first answer and of the best of three, and the share of exact first answers.
    record Scores(int n, double mean, double top3, double exact) {

        static Scores of(List<Scores> parts) {
            int n = parts.stream().mapToInt(Scores::n).sum();
            return new Scores(
                    n,
                    parts.stream().mapToDouble(s -> s.mean * s.n).sum() / n,
                    parts.stream().mapToDouble(s -> s.top3 * s.n).sum() / n,
                    parts.stream().mapToDouble(s -> s.exact * s.n).sum() / n);
        }
    }

    /// Clusters that experts named, from the Azimuth references.
    static List<Case> azimuth() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(SHARED.resolve("benchmarks/marker-annotation-azimuth.tsv"))) {
            List<String> cells = Arrays.asList(line.split("\t", -1));
            if (cells.get(1).equals("human") && !cells.get(7).isEmpty()) {
                cases.add(new Case(
                        cells.get(0),
                        cells.get(3),
                        Arrays.stream(cells.get(4).split(",", -1))
                                .map(String::strip)
                                .toList(),
                        new TreeSet<>(Arrays.asList(cells.get(7).split("\\|", -1)))));
            }
        }
        return cases;
    }

    /// Ten genes of each of at most twelve CellMarker lists per type; each is ranked without its publication.
    static List<Case> publications(ReferenceKnowledge knowledge, long seed) {
        Map<String, String> tissues = new HashMap<>();
        for (TissueMention mention : knowledge.database().mentions()) {
            if (mention.source() == MarkerSource.CELL_MARKER) {
                tissues.putIfAbsent(mention.publication() + mention.cellOntologyId(), mention.tissue());
            }
        }
        List<MarkerList> lists = new ArrayList<>(knowledge.database().lists().stream()
                .filter(list -> list.source() == MarkerSource.CELL_MARKER)
                .filter(list -> list.weights().size() >= 5)
                .filter(list -> list.lists()
                        >= Math.sqrt(Math.min(1, 20.0 / list.weights().size()))) // no head noun
                .filter(list -> !list.publication().equals("none"))
                .filter(list -> !knowledge.ontology().isGeneral(list.cellOntologyId()))
                .toList());
        var random = new Random(seed);
        Collections.shuffle(lists, random);
        Map<String, Integer> perType = new HashMap<>();
        List<Case> cases = new ArrayList<>();
        for (MarkerList list : lists) {
            if (perType.merge(list.cellOntologyId(), 1, Integer::sum) <= CASES_PER_TYPE) {
                List<String> genes =
                        new ArrayList<>(new TreeSet<>(list.weights().keySet()));
                Collections.shuffle(genes, random);
                cases.add(new Case(
                        list.publication(),
                        tissues.getOrDefault(list.publication() + list.cellOntologyId(), ""),
                        genes.subList(0, Math.min(MARKERS, genes.size())),
                        Set.of(list.cellOntologyId())));
            }
        }
        return cases;
    }

    /// Leaves the publications of a sixth of the cases out at a time.
    static Scores leaveOnePublicationOut(ReferenceKnowledge knowledge, List<Case> cases, long seed) {
        List<String> publications =
                new ArrayList<>(new TreeSet<>(cases.stream().map(Case::id).toList()));
        Collections.shuffle(publications, new Random(seed));
        List<Scores> parts = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            Set<String> left = new TreeSet<>();
            for (int p = fold; p < publications.size(); p += FOLDS) {
                left.add(publications.get(p));
            }
            parts.add(score(
                    knowledge.with(knowledge.database().withoutPublications(left)),
                    cases.stream().filter(c -> left.contains(c.id())).toList()));
        }
        return Scores.of(parts);
    }

    /// The ten best markers of every PanglaoDB type, by sensitivity − specificity value, to be ranked without
    /// PanglaoDB.
    static List<Case> panglao(ReferenceKnowledge knowledge) {
        Map<String, String> organs = new HashMap<>();
        for (TissueMention mention : knowledge.database().mentions()) {
            if (mention.source() == MarkerSource.PANGLAO_DB) {
                organs.putIfAbsent(mention.cellOntologyId(), mention.tissue());
            }
        }
        return knowledge.database().lists().stream()
                .filter(list -> list.source() == MarkerSource.PANGLAO_DB)
                .filter(list -> list.weights().size() >= 5)
                .filter(list -> !knowledge.ontology().isGeneral(list.cellOntologyId()))
                .map(list -> new Case(
                        list.publication(),
                        organs.getOrDefault(list.cellOntologyId(), ""),
                        list.weights().entrySet().stream()
                                .sorted(Comparator.comparingDouble((Map.Entry<String, Double> e) -> -e.getValue())
                                        .thenComparing(Map.Entry::getKey))
                                .limit(MARKERS)
                                .map(Map.Entry::getKey)
                                .toList(),
                        Set.of(list.cellOntologyId())))
                .toList();
    }

    static Scores score(ReferenceKnowledge knowledge, List<Case> cases) {
        return score(knowledge, cases, null);
    }

    /// @param panel lists are cut to it, and those of fewer than three genes left out; null: whole lists
    static Scores score(ReferenceKnowledge knowledge, List<Case> cases, @Nullable Set<String> panel) {
        var model = new MarkerModel(knowledge);
        Map<String, Ranker> rankers = new HashMap<>();
        CellOntology ontology = knowledge.ontology();
        int n = 0;
        double mean = 0;
        double top3 = 0;
        double exact = 0;
        for (Case c : cases) {
            List<String> markers = c.markers().stream()
                    .map(knowledge.symbols()::approved)
                    .filter(gene -> panel == null || panel.contains(gene))
                    .toList();
            if (panel == null || markers.size() >= 3) {
                List<Double> scores = rankers
                        .computeIfAbsent(c.tissue(), tissue -> new Ranker(model, tissue, panel))
                        .first3(markers)
                        .stream()
                        .map(id -> ontology.score(c.truth(), id))
                        .toList();
                n++;
                mean += scores.isEmpty() ? 0 : scores.getFirst();
                exact += !scores.isEmpty() && scores.getFirst() == 1 ? 1 : 0;
                top3 += scores.stream().mapToDouble(score -> score).max().orElse(0);
            }
        }
        return new Scores(n, mean / n, top3 / n, exact / n);
    }

    private static final class Ranker {

        private final LabelWeights weights;
        private final LabelRanking ranking;

        Ranker(MarkerModel model, String tissue, @Nullable Set<String> panel) {
            var knowledge = model.knowledge();
            boolean known = !knowledge.tissues().organsIn(tissue).isEmpty();
            LabelSpace space = LabelSpace.of(knowledge, LabelSpace.Request.ofTissue(known ? tissue : null));
            this.weights = new LabelWeights(model, space, panel);
            this.ranking = new LabelRanking(model, weights, space.organs());
        }

        List<String> first3(List<String> markers) {
            double[] support =
                    weights.support(markers.stream().mapToInt(weights::gene).toArray());
            double[] posterior = ranking.posterior(support, new double[support.length]);
            return ranking.pick(posterior, support, 3).stream()
                    .map(l -> weights.labels().get(l).cellOntologyId())
                    .toList();
        }
    }
}
