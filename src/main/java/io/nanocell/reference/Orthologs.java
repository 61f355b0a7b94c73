package io.nanocell.reference;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which human gene each mouse gene is the same as, and what becomes of human knowledge in mice.
///
/// Evidence of a human gene is evidence of every mouse gene that has it as its ortholog; a human gene without one says
/// nothing of mice, and a mouse gene without one is the ortholog of none. Nothing is guessed from letters: CD8B is
/// Cd8b1, and Car2 is no misspelt CAR2. A marker that the sources give by its mouse name only (Chil3) stands for
/// itself.
public final class Orthologs {

    private final GeneSymbols mice;
    private final Map<String, Set<String>> miceOf = new HashMap<>(); // approved human symbol → mouse symbols
    private final Map<String, List<String>> humansOf = new HashMap<>(); // mouse symbol → approved human symbols
    private final int pairs;

    /// @param humans mouse symbol → approved human symbols of its orthologs, none where it has none
    public Orthologs(SortedMap<String, ? extends Set<String>> humans) {
        this.mice = new GeneSymbols(humans.keySet(), Map.of());
        int count = 0;
        for (Map.Entry<String, ? extends Set<String>> gene : humans.entrySet()) {
            humansOf.put(gene.getKey(), List.copyOf(gene.getValue()));
            for (String human : gene.getValue()) {
                miceOf.computeIfAbsent(human, _ -> new TreeSet<>()).add(gene.getKey());
                count++;
            }
        }
        this.pairs = count;
    }

    /// @return the mouse symbols, with or without orthologs
    public GeneSymbols mice() {
        return mice;
    }

    /// @return number of pairs of a mouse and a human gene
    public int pairs() {
        return pairs;
    }

    /// @param gene approved human symbol, or what a source writes in its place
    /// @param humans tell an approved symbol from other names
    /// @return mouse symbols, sorted; none for a gene that mice do not have
    public List<String> ofHuman(String gene, GeneSymbols humans) {
        Set<String> orthologs = miceOf.get(gene);
        if (orthologs != null) {
            return List.copyOf(orthologs);
        }
        return humans.isApproved(gene) ? List.of() : mice.find(gene).stream().toList();
    }

    /// @param gene mouse symbol, case aside
    /// @param humans tell an approved symbol from other names
    /// @return approved human symbols of its orthologs; the gene itself where it has none, by which mice know it;
    /// none where that is another human gene's name, or no mouse gene's
    public List<String> ofMouse(String gene, GeneSymbols humans) {
        Optional<String> mouse = mice.find(gene);
        List<String> orthologs =
                mouse.map(name -> humansOf.getOrDefault(name, List.of())).orElse(List.of());
        if (!orthologs.isEmpty() || mouse.isEmpty() || humans.isApproved(mouse.get())) {
            return orthologs;
        }
        return List.of(mouse.get());
    }

    /// @param knowledge of human genes
    /// @return the same in mouse symbols: types, tissues and lineages stay, genes become their orthologs
    public ReferenceKnowledge inMice(ReferenceKnowledge knowledge) {
        Map<String, List<String>> found = new HashMap<>();
        MarkerDatabase database = new MarkerDatabase(
                knowledge.database().lists().stream()
                        .map(list -> inMice(list, knowledge.symbols(), found))
                        .toList(),
                knowledge.database().mentions());
        Set<String> cancerGenes = new HashSet<>();
        knowledge.cancerGenes().forEach(gene -> cancerGenes.addAll(ofHuman(gene, knowledge.symbols())));
        return knowledge.inOtherSymbols(mice, database, cancerGenes);
    }

    /// A mouse gene that two genes of a list are orthologs of has the stronger one's evidence.
    private MarkerList inMice(MarkerList list, GeneSymbols humans, Map<String, List<String>> found) {
        SortedMap<String, Double> weights = new TreeMap<>();
        list.weights()
                .forEach((gene, weight) -> found.computeIfAbsent(gene, name -> ofHuman(name, humans))
                        .forEach(mouse -> weights.merge(mouse, weight, Math::max)));
        return new MarkerList(
                list.source(), list.publication(), list.cellOntologyId(), list.name(), list.lists(), weights);
    }

    /// @param go annotations of human genes
    /// @return the same of mouse genes: each has the terms of its orthologs
    public GoReference inMice(GoReference go, GeneSymbols humans) {
        return new GoReference(
                go.ontology(), go.annotations().renamed(gene -> ofHuman(gene, humans)), go.slim(), go.releases());
    }
}
