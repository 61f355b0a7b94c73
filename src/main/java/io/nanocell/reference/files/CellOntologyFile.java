package io.nanocell.reference.files;

import io.nanocell.reference.UnreadableReferenceException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads `cl-basic.obo`, the Cell Ontology in OBO format 1.2 or 1.4. Source: obofoundry.org/ontology/cl.
public final class CellOntologyFile {

    static final String HUMAN_ATLAS = "human_reference_atlas";
    static final String CELLXGENE = "cellxgene_subset";

    private static final Pattern SYNONYM = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\" EXACT.*");
    private static final String PREFIX = "CL:";

    private CellOntologyFile() {}

    /// @throws UnreadableReferenceException if there is no live Cell Ontology term in it
    public static CellOntologyTerms read(ReferenceFile file) {
        Map<String, Stanza> stanzas = new LinkedHashMap<>();
        String release = "unknown";
        Stanza stanza = null;
        for (String line : file.lines()) {
            int colon = line.indexOf(": ");
            if (line.startsWith("[")) {
                stanza = line.equals("[Term]") ? new Stanza() : null;
            } else if (colon > 0 && stanza != null) {
                stanza.add(line.substring(0, colon), line.substring(colon + 2));
                stanzas.put(stanza.id, stanza);
            } else if (line.startsWith("data-version: ") && stanzas.isEmpty()) {
                release = line.replaceFirst(".*releases/([^/]+)/.*", "$1").replace("data-version: ", "");
            }
        }
        stanzas.keySet().removeIf(id -> !id.startsWith(PREFIX));
        replaceObsolete(stanzas);
        List<OntologyTerm> terms = stanzas.values().stream()
                .filter(term -> !term.obsolete)
                .map(Stanza::term)
                .toList();
        if (terms.isEmpty()) {
            throw new UnreadableReferenceException(file.name(), "it has no live term of the Cell Ontology");
        }
        return new CellOntologyTerms(release, terms);
    }

    private static void replaceObsolete(Map<String, Stanza> stanzas) {
        for (Stanza gone : stanzas.values()) {
            if (gone.obsolete) {
                gone.successors.stream()
                        .map(stanzas::get)
                        .filter(heir -> heir != null && !heir.obsolete)
                        .findFirst()
                        .ifPresent(heir -> heir.replaced.add(gone.id));
            }
        }
    }

    /// One `[Term]` while it is read.
    private static final class Stanza {

        private String id = "";
        private String name = "";
        private String definition = "";
        private String comment = "";
        private boolean obsolete;
        private final List<String> parents = new ArrayList<>();
        private final List<String> synonyms = new ArrayList<>();
        private final List<String> replaced = new ArrayList<>();
        private final List<String> successors = new ArrayList<>();
        private final List<String> subsets = new ArrayList<>();

        private void add(String tag, String value) {
            String first = value.split("[ {]", 2)[0];
            switch (tag) {
                case "id" -> id = first;
                case "name" -> name = value;
                case "def" -> definition = value;
                case "comment" -> comment = value;
                case "is_obsolete" -> obsolete = first.equals("true");
                case "is_a" -> addIfCellType(first);
                case "alt_id" -> replaced.add(first);
                case "replaced_by", "consider" -> successors.add(first);
                case "subset" -> subsets.add(first);
                case "synonym" -> addSynonym(value);
                default -> {
                    // the other tags carry nothing that names or ranks a cell
                }
            }
        }

        private void addIfCellType(String parent) {
            if (parent.startsWith(PREFIX)) {
                parents.add(parent);
            }
        }

        private void addSynonym(String value) {
            Matcher exact = SYNONYM.matcher(value);
            if (exact.matches()) {
                synonyms.add(exact.group(1).replaceAll("\\\\(.)", "$1"));
            }
        }

        private OntologyTerm term() {
            return new OntologyTerm(
                    id,
                    name,
                    List.copyOf(parents),
                    List.copyOf(synonyms),
                    List.copyOf(replaced),
                    subsets.contains(HUMAN_ATLAS),
                    subsets.contains(CELLXGENE),
                    definition,
                    comment);
        }
    }
}
