package io.nanocell.evidence.candidates;

import io.nanocell.evidence.Candidate;
import io.nanocell.evidence.CandidateEvidence;
import io.nanocell.evidence.CandidateParameters;
import io.nanocell.evidence.LineageSupport;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.Label;
import io.nanocell.reference.LabelSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Ranks marker lists of one panel within one label space. Thread-safe; nulls are drawn once per length of list.
public final class ListRanker {

    /// Largest `pValueMax` of what counts as more than chance.
    private static final double CHANCE = 0.05;

    /// One known gene is no list: whatever it marks, nothing confirms it, and no candidate is above chance.
    private static final int FEWEST_KNOWN = 2;

    /// Share of the first label's expected ontology score that lets one above chance go before it.
    private static final double NEARLY_AS_GOOD = 0.5;

    private final CandidateParameters parameters;
    private final GeneSymbols symbols;
    private final LabelWeights weights;
    private final LabelRanking ranking;
    private final LineageSplit split;
    private final LabelMarkers markers;
    private final int[] population;
    private final Map<Integer, SupportNull> nulls = new ConcurrentHashMap<>();

    /// @param panel genes that could have been markers, the panel after quality control; null: all genes of the
    /// reference, the well-known ones more often, with warning `NO_PANEL`
    public ListRanker(
            MarkerModel model, LabelSpace space, @Nullable Collection<String> panel, CandidateParameters parameters) {
        this.parameters = parameters;
        this.symbols = model.knowledge().symbols();
        MarkerModel knowing = model.knowing(space);
        Set<String> onPanel = panel == null ? null : approved(panel);
        this.weights = new LabelWeights(knowing, space, onPanel);
        this.ranking = new LabelRanking(knowing, weights, space.organs());
        this.split = new LineageSplit(weights);
        this.markers = new LabelMarkers(weights, onPanel);
        this.population = onPanel == null
                ? someAsOftenAsListed(knowing)
                : onPanel.stream().mapToInt(weights::gene).toArray();
    }

    /// Markers are well-known genes, on panels most of all: a list of arbitrary genes would be too easy a measure.
    /// One of genes as often as they are listed would be too hard: the best known markers of a few types fill most
    /// of it. A gene that n lists give stands ⌈√n⌉ times.
    private int[] someAsOftenAsListed(MarkerModel model) {
        int[] listed = new int[weights.genes()];
        model.knowledge()
                .database()
                .lists()
                .forEach(list -> list.weights().keySet().forEach(gene -> listed[weights.gene(gene)]++));
        return IntStream.range(0, listed.length)
                .flatMap(gene -> IntStream.generate(() -> gene).limit((long) Math.ceil(Math.sqrt(listed[gene]))))
                .toArray();
    }

    private Set<String> approved(Collection<String> genes) {
        Set<String> approved = new TreeSet<>(); // sorted: draws depend on the order
        genes.forEach(gene -> approved.add(symbols.approved(gene)));
        return approved;
    }

    /// @param list genes in rank order, by any name; a gene that comes again is skipped
    /// @param absent panel genes that the cluster does not have
    public CandidateEvidence rank(List<String> list, Collection<String> absent) {
        Map<String, String> written = new LinkedHashMap<>(); // approved symbol → as the list has it
        list.forEach(gene -> written.putIfAbsent(symbols.approved(gene), gene));
        int[] genes = written.keySet().stream().mapToInt(weights::gene).toArray();
        double[] support = weights.support(genes);
        Set<String> missing = new HashSet<>(approved(absent));
        missing.removeAll(written.keySet());
        double[] posterior = ranking.posterior(support, weights.likelihood(genes), markers.absence(missing));
        List<Integer> picks = ranking.pick(posterior, support, parameters.top());
        double coverage = coverage(genes);
        if (picks.isEmpty()) {
            return new CandidateEvidence(List.of(), List.of(), coverage);
        }
        SupportNull chance = chance(genes.length);
        boolean tooFew = IntStream.of(genes).filter(weights::isKnown).count() < FEWEST_KNOWN;
        if (!tooFew) {
            putAboveChanceFirst(picks, support, chance, posterior);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (int l : picks) {
            double pValueMax = tooFew ? 1 : chance.pValueMax(support[l]);
            if (pValueMax <= parameters.maxP()) {
                Label label = weights.labels().get(l);
                candidates.add(new Candidate(
                        label.name(),
                        label.cellOntologyId(),
                        label.lineage(),
                        support[l],
                        posterior[l],
                        ranking.branch(l, posterior),
                        chance.pValue(l, support[l]),
                        pValueMax,
                        named(markers.supporting(l, genes), written),
                        markers.absent(l, missing),
                        markers.notOnPanel(l),
                        named(markers.conflicting(l, genes, split), written)));
            }
        }
        return new CandidateEvidence(candidates, lineages(genes, chance, written), coverage);
    }

    /// A parent of types that cannot be told apart may have hardly a marker of its own: where the first label is not
    /// above chance, the first one that is goes before it, if it is nearly as good.
    private void putAboveChanceFirst(List<Integer> picks, double[] support, SupportNull chance, double[] posterior) {
        double first = picks.isEmpty() ? 0 : ranking.expected(picks.getFirst(), posterior);
        for (int i = 0; i < picks.size(); i++) {
            if (chance.pValueMax(support[picks.get(i)]) <= CHANCE) {
                if (ranking.expected(picks.get(i), posterior) < NEARLY_AS_GOOD * first) {
                    return;
                }
                int above = picks.remove(/* index */ i);
                picks.addFirst(above);
                return;
            }
        }
    }

    /// @return the first candidate of a list that is above chance, −1 where none is
    int call(int[] genes) {
        double[] support = weights.support(genes);
        double[] posterior = ranking.posterior(support, weights.likelihood(genes), new double[support.length]);
        int first = ranking.first(posterior, support);
        SupportNull chance = chance(genes.length);
        if (first < 0 || chance.pValueMax(support[first]) <= CHANCE) {
            return first;
        }
        List<Integer> picks = ranking.pick(posterior, support, parameters.top());
        return picks.stream()
                .filter(l -> chance.pValueMax(support[l]) <= CHANCE)
                .findFirst()
                .orElse(-1);
    }

    LabelWeights weights() {
        return weights;
    }

    int[] population() {
        return population;
    }

    /// @return gene indices of a label's markers on the panel, by gene
    int[] markersOnPanel(int l) {
        Set<Integer> on = new HashSet<>();
        IntStream.of(population).forEach(on::add);
        SparseRow row = weights.row(l);
        return IntStream.range(0, row.index().length)
                .filter(e -> row.values()[e] > 0 && on.contains(row.index()[e]))
                .map(e -> row.index()[e])
                .toArray();
    }

    List<String> strongestOnPanel(int l) {
        return markers.onPanel(l);
    }

    private List<String> named(List<Integer> genes, Map<String, String> written) {
        return genes.stream()
                .map(weights::symbol)
                .map(symbol -> written.getOrDefault(symbol, symbol))
                .toList();
    }

    /// A lineage's markers were chosen for it, so a list of as many random genes is too easy a measure of chance alone:
    /// random lists of the whole length are shared out the same way, and the greater p counts.
    private List<LineageSupport> lineages(int[] genes, SupportNull chance, Map<String, String> written) {
        List<LineageSupport> lineages = new ArrayList<>();
        List<LineageSplit.Share> shares = split.of(genes);
        for (int rank = 0; rank < shares.size(); rank++) {
            LineageSplit.Share share = shares.get(rank);
            double asChosen = chance.pValueOfLineage(rank, share.support());
            double asDrawn = chance(share.genes().length).pValueMax(share.support());
            lineages.add(new LineageSupport(
                    share.lineage(),
                    share.support(),
                    Math.max(asChosen, asDrawn),
                    named(Arrays.stream(share.genes()).boxed().toList(), written)));
        }
        return lineages;
    }

    private double coverage(int[] genes) {
        double known = 0;
        double all = 0;
        for (int i = 0; i < genes.length; i++) {
            double weight = LabelWeights.rankWeight(i, genes.length);
            known += weights.isKnown(genes[i]) ? weight : 0;
            all += weight;
        }
        return all == 0 ? 0 : known / all;
    }

    private SupportNull chance(int genes) {
        int size = Math.min(genes, population.length);
        return nulls.computeIfAbsent(
                size,
                _ -> new SupportNull(weights, split, population, size, parameters.draws(), parameters.seed() + size));
    }
}
