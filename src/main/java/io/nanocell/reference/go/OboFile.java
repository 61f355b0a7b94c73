package io.nanocell.reference.go;

import io.nanocell.reference.GeneOntology;
import io.nanocell.reference.GoTerm;
import io.nanocell.reference.UnreadableReferenceException;
import io.nanocell.reference.files.ReferenceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The Gene Ontology or a slim of it as OBO 1.2 or 1.4 (`go-basic.obo`, `goslim_generic.obo`).
///
/// Source: <https://owlcollab.github.io/oboformat/doc/GO.format.obo-1_4.html>.
final class OboFile {

    static final String UNKNOWN_RELEASE = "unknown";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final ReferenceFile file;
    private final Map<String, OboTerm> terms = new LinkedHashMap<>();
    private String release = UNKNOWN_RELEASE;
    private boolean inHeader = true;
    private @Nullable OboTerm open;

    private OboFile(ReferenceFile file) {
        this.file = file;
    }

    /// @throws UnreadableReferenceException if it has no biological process
    static OboFile read(ReferenceFile file) {
        var obo = new OboFile(file);
        Lines.forEach(file, obo::line);
        if (obo.terms.values().stream().noneMatch(OboTerm::isProcess)) {
            throw new UnreadableReferenceException(file.name(), "it has no biological process");
        }
        return obo;
    }

    private void line(String line) {
        int colon = line.indexOf(": ");
        if (line.startsWith("[")) {
            inHeader = false;
            open = line.equals("[Term]") ? new OboTerm() : null;
        } else if (inHeader && line.startsWith("data-version: ")) {
            Matcher date = DATE.matcher(line);
            release = date.find() ? date.group() : line.substring(colon + 2);
        } else if (open != null && colon > 0) {
            open.add(line.substring(0, colon), line.substring(colon + 2));
            OboTerm before = terms.putIfAbsent(open.id, open);
            if (open.id.isEmpty() || (before != null && before != open)) {
                throw new IllegalArgumentException("a term without an id of its own");
            }
        }
    }

    String release() {
        return release;
    }

    /// @return the live biological processes with what replaces former ids
    /// @throws UnreadableReferenceException if a term lacks its name, or a parent is missing
    GeneOntology ontology() {
        List<GoTerm> live = new ArrayList<>();
        for (OboTerm term : terms.values()) {
            if (term.isProcess() && !term.obsolete) {
                if (term.name.isEmpty()) {
                    throw new UnreadableReferenceException(file.name(), term.id + " has no name");
                }
                live.add(new GoTerm(term.id, term.name, processes(term.isA), processes(term.partOf)));
            }
        }
        try {
            return new GeneOntology(live, replacements());
        } catch (IllegalArgumentException e) {
            throw new UnreadableReferenceException(file.name(), e);
        }
    }

    /// Parents of another aspect are left out, missing ones are not: GeneOntology refuses them.
    private List<String> processes(List<String> parents) {
        return parents.stream()
                .filter(id -> !terms.containsKey(id) || terms.get(id).isProcess())
                .toList();
    }

    private Map<String, String> replacements() {
        Map<String, String> replacements = new HashMap<>();
        for (OboTerm term : terms.values()) {
            if (!term.obsolete) {
                term.alternativeIds.forEach(id -> replacements.put(id, term.id));
            }
        }
        for (OboTerm term : terms.values()) {
            if (term.obsolete) {
                String heir = heir(term);
                if (!heir.isEmpty()) {
                    replacements.put(term.id, heir);
                }
            }
        }
        replacements.keySet().removeIf(id -> terms.containsKey(id) && !terms.get(id).obsolete);
        return replacements;
    }

    /// @return the live term at the end of the chain of replaced_by; empty where it ends nowhere or in a circle
    private String heir(OboTerm gone) {
        Set<OboTerm> seen = new HashSet<>();
        OboTerm next = gone;
        while (next != null && next.obsolete && seen.add(next)) {
            next = next.replacedBy.isEmpty() ? null : terms.get(next.replacedBy.getFirst());
        }
        return next == null || next.obsolete ? "" : next.id;
    }

    /// @return ids of the live biological processes, in file order
    List<String> processIds() {
        return terms.values().stream()
                .filter(term -> term.isProcess() && !term.obsolete)
                .map(term -> term.id)
                .toList();
    }
}
