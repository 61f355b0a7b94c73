package io.nanocell.reference.files;

import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// Markers that the Cell Ontology states in words: NS-Forest marker sets in comments (weight 1), genes that a
/// definition says are expressed (½), and genes in the names of neurons, "pvalb GABAergic interneuron" (3).
public final class OntologyStatements {

    private static final double MARKER_SET = 1;
    private static final double DEFINITION = 0.5;
    private static final double NAME = 3;

    private static final Pattern SET = Pattern.compile("marker set ([A-Za-z0-9\\-., ]+?) can identify");
    private static final Pattern GENE =
            Pattern.compile("\\b([A-Z][A-Z0-9]{2,9}|[A-Z][a-z]{2,6}\\d{0,2})\\b(-positive|-negative|-low|-high)?");
    private static final Pattern NEURON_NAME = Pattern.compile(".*(GABAergic|glutamatergic).*");
    private static final Pattern SEPARATOR = Pattern.compile("[, ]+");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^A-Za-z0-9\\-]+");
    private static final Pattern GENE_IN_NAME = Pattern.compile("[a-z0-9]{3,6}");

    /// English words and abbreviations that are gene symbols too.
    private static final Set<String> WORDS = Set.of(
            "CELL", "SET", "MICE", "REST", "IMPACT", "CAT", "MAX", "LARGE", "PIP", "ACE", "APC", "CLL", "AIR", "HSC",
            "FATE", "GABA", "RNA", "DNA", "ROD", "TYPE");

    private final GeneSymbols symbols;

    /// @param symbols to tell genes from words
    public OntologyStatements(GeneSymbols symbols) {
        this.symbols = symbols;
    }

    /// @return one list per term that states a marker
    public MarkerDatabase in(CellOntologyTerms terms) {
        List<MarkerList> lists = new ArrayList<>();
        for (OntologyTerm term : terms.terms()) {
            Map<String, Double> weights = new TreeMap<>();
            inComment(term, weights);
            inDefinition(term, weights);
            inName(term, weights);
            if (!weights.isEmpty()) {
                lists.add(list(term.id(), term.name(), weights));
            }
        }
        return new MarkerDatabase(lists, List.of());
    }

    /// @param file columns cl_id, name, gene, weight: what [#in] once found
    static MarkerDatabase ofTable(ReferenceFile file) {
        Map<String, Map<String, Double>> weights = new TreeMap<>();
        Map<String, String> names = new TreeMap<>();
        new Table(file, "cl_id", "name", "gene", "weight").forEach(row -> {
            names.put(row.get("cl_id"), row.get("name"));
            weights.computeIfAbsent(row.get("cl_id"), _ -> new TreeMap<>())
                    .put(row.get("gene"), Double.parseDouble(row.get("weight")));
        });
        List<MarkerList> lists = new ArrayList<>();
        weights.forEach((id, genes) -> lists.add(list(id, names.getOrDefault(id, id), genes)));
        return new MarkerDatabase(lists, List.of());
    }

    private static MarkerList list(String id, String name, Map<String, Double> weights) {
        return new MarkerList(MarkerSource.CELL_ONTOLOGY, "Cell Ontology", id, name, 0, weights);
    }

    private void inComment(OntologyTerm term, Map<String, Double> weights) {
        SET.matcher(term.comment()).results().forEach(set -> {
            for (String word : SEPARATOR.split(set.group(1), -1)) {
                symbols.find(word).ifPresent(gene -> weights.merge(gene, MARKER_SET, Double::sum));
            }
        });
    }

    private void inDefinition(OntologyTerm term, Map<String, Double> weights) {
        String text = term.definition().split("\" \\[", 2)[0];
        GENE.matcher(text).results().forEach(found -> {
            String word = found.group(1);
            String state = Optional.ofNullable(found.group(2)).orElse("");
            boolean denied = state.equals("-negative") || state.equals("-low");
            if (!denied && (!state.isEmpty() || isExpressed(word, text)) && isGeneLike(word)) {
                symbols.find(word)
                        .filter(gene -> !WORDS.contains(gene))
                        .ifPresent(gene -> weights.merge(gene, DEFINITION, Double::sum));
            }
        });
    }

    private static boolean isExpressed(String word, String text) {
        return Pattern.compile("express\\w*[^.]{0,40}\\b" + Pattern.quote(word) + "\\b")
                .matcher(text)
                .find();
    }

    /// A capitalised word counts only where it is an approved symbol: "Sox2" is, "Cells" is not.
    private boolean isGeneLike(String word) {
        String rest = word.substring(1);
        return !rest.equals(rest.toLowerCase(Locale.ROOT)) || symbols.isApproved(word);
    }

    private void inName(OntologyTerm term, Map<String, Double> weights) {
        if (NEURON_NAME.matcher(term.name()).matches()) {
            for (String word : NOT_A_WORD.split(term.name(), -1)) {
                String gene = symbols.approved(word);
                if (GENE_IN_NAME.matcher(word).matches() && symbols.isApproved(word) && !WORDS.contains(gene)) {
                    weights.merge(gene, NAME, Double::sum);
                }
            }
        }
    }
}
