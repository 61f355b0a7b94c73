package io.nanocell.reference.names;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.files.CellOntologyTerms;
import io.nanocell.reference.files.OntologyTerm;
import io.nanocell.reference.files.ReferenceFile;
import io.nanocell.reference.files.Table;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the Cell Ontology term that a database's cell name stands for.
///
/// The order is: curated table, the term's name, an exact synonym, the id the database supplies (its id column has
/// errors, so a name goes first), and last the head noun: "SPP1+ macrophage" is a macrophage.
public final class LabelNames {

    /// The term a name stands for, and whether by its whole name or its head noun only.
    public record Named(String cellOntologyId, boolean byHeadNoun) {}

    private record Asked(String name, String suppliedId) {}

    /// Names of states and mixtures, whose head noun would say too much.
    private static final Pattern NO_TYPE_OF_ITS_OWN =
            Pattern.compile("cancer|tumou?r|malignan|carcinoma|leuka?emi|melanoma|glioma|glioblastoma|lymphoma|barrett"
                    + "|-like cell|stem-cell-derived|treated");

    private static final Pattern NUMBERED_NEURON = Pattern.compile("(Lake et al\\.Science\\.(?:Ex|In))\\d.*");
    private static final Pattern SEVERAL = Pattern.compile(".*(&|/| and ).*");

    /// Head nouns that name hardly anything: progenitor, stem, precursor, neural, mesenchymal, germ, embryonic …
    private static final Set<String> EMPTY_HEADS = Set.of(
            "CL:0011026",
            "CL:0000034",
            "CL:0000723",
            "CL:0000223",
            "CL:0000125",
            "CL:0000548",
            "CL:0000255",
            "CL:0011115",
            "CL:0000039",
            "CL:0000586",
            "CL:0000163",
            "CL:0008019",
            "CL:0002371",
            "CL:0000068",
            "CL:0000003",
            "CL:0000499");

    private final CellOntology ontology;
    private final Map<String, String> curated = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Map<Asked, Optional<Named>> found = new HashMap<>(); // 60,000 rows have 3,000 names

    /// @param curatedNames columns name, normalised, cl_id, where an id that is no id means: no cell type
    public LabelNames(CellOntologyTerms terms, CellOntology ontology, ReferenceFile curatedNames) {
        this.ontology = ontology;
        index(terms, term -> Stream.of(term.name()));
        index(terms, term -> term.exactSynonyms().stream());
        Table table = new Table(curatedNames, "name", "cl_id");
        table.forEach(row -> curated.put(
                CellNames.normalised(row.get("name")),
                ontology.canonical(row.get("cl_id")).orElse("")));
        table.forEach(row -> curated.putIfAbsent(
                CellNames.normalised(CellNames.withoutParentheses(row.get("name"))),
                ontology.canonical(row.get("cl_id")).orElse("")));
    }

    /// Names that stand already are kept; of several terms the one of the atlas subsets wins, then the more general.
    private void index(CellOntologyTerms terms, Function<OntologyTerm, Stream<String>> namesOf) {
        Map<String, OntologyTerm> found = new HashMap<>();
        Comparator<OntologyTerm> better = Comparator.comparing((OntologyTerm term) -> !term.humanAtlas())
                .thenComparing(term -> !term.cellxgene())
                .thenComparingInt(term -> -ontology.subtreeSize(term.id()))
                .thenComparing(OntologyTerm::id);
        for (OntologyTerm term : terms.terms()) {
            namesOf.apply(term)
                    .forEach(name ->
                            found.merge(CellNames.normalised(name), term, (a, b) -> better.compare(a, b) <= 0 ? a : b));
        }
        found.forEach((name, term) -> names.putIfAbsent(name, term.id()));
    }

    /// @param name as the database writes it
    /// @param suppliedId of the database, may be empty or wrong
    /// @return the term; empty where the name is no cell type or none that the ontology knows
    public Optional<Named> find(String name, String suppliedId) {
        return found.computeIfAbsent(new Asked(name, suppliedId), asked -> look(asked.name(), asked.suppliedId()));
    }

    private Optional<Named> look(String name, String suppliedId) {
        var neuron = NUMBERED_NEURON.matcher(name);
        String written = neuron.matches() ? neuron.group(1) : name;
        Optional<String> byHand = curated(written);
        if (byHand.isPresent()) {
            return byHand.filter(id -> !id.isEmpty()).map(id -> new Named(id, false));
        }
        Optional<String> exact = exact(written).or(() -> ontology.canonical(suppliedId));
        if (exact.isPresent()) {
            return exact.map(id -> new Named(id, false));
        }
        boolean hasHead =
                !NO_TYPE_OF_ITS_OWN.matcher(written.toLowerCase(Locale.ROOT)).find();
        return hasHead ? Optional.ofNullable(headNoun(written)).map(id -> new Named(id, true)) : Optional.empty();
    }

    /// @return what the curated table says of a name or its variants: an id, or an empty text for "no cell type"
    public Optional<String> curated(String name) {
        return CellNames.variants(name).stream()
                .map(variant -> curated.get(CellNames.normalised(variant)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// @return the term whose name or exact synonym this is
    public Optional<String> exact(String name) {
        return CellNames.variants(name).stream()
                .map(variant -> names.get(CellNames.normalised(variant)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /// @return whether a name is that of a cancer's own cells
    public static boolean isMalignant(String name) {
        return NO_TYPE_OF_ITS_OWN.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    private @Nullable String headNoun(String name) {
        String bare = CellNames.withoutParentheses(name);
        if (SEVERAL.matcher(bare).matches()) {
            return null;
        }
        List<String> words = Arrays.asList(CellNames.normalised(bare).split(" "));
        for (int from = 1; from < words.size(); from++) {
            String tail = String.join(" ", words.subList(from, words.size()));
            String byHand = curated.get(tail);
            if (byHand != null) {
                return byHand.isEmpty() ? null : byHand;
            }
            String id = names.get(tail);
            if (id != null) {
                return ontology.isGeneral(id) || EMPTY_HEADS.contains(id) ? null : id;
            }
        }
        return null;
    }
}
