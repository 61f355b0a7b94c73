package io.nanocell.reference.go;

import java.util.ArrayList;
import java.util.List;

/// One `[Term]` of an OBO file while it is read.
final class OboTerm {

    String id = "";
    String name = "";
    String namespace = "";
    boolean obsolete;
    final List<String> isA = new ArrayList<>();
    final List<String> partOf = new ArrayList<>();
    final List<String> alternativeIds = new ArrayList<>();
    final List<String> replacedBy = new ArrayList<>();

    /// Takes a tag line. An id ends at the first blank: trailing modifiers and comments follow.
    void add(String tag, String value) {
        String first = value.split(" ", 2)[0];
        switch (tag) {
            case "id" -> id = first;
            case "name" -> name = value;
            case "namespace" -> namespace = first;
            case "is_obsolete" -> obsolete = first.equals("true");
            case "is_a" -> isA.add(first);
            case "alt_id" -> alternativeIds.add(first);
            case "replaced_by" -> replacedBy.add(first);
            case "relationship" -> addRelationship(value);
            default -> {
                // definitions, synonyms and cross-references are not used
            }
        }
    }

    private void addRelationship(String value) {
        String[] words = value.split(" ", 3);
        if (words.length < 2) {
            throw new IllegalArgumentException("a relationship needs a type and a term, got \"" + value + "\"");
        }
        if (words[0].equals("part_of")) { // regulates edges do not pass annotations on
            partOf.add(words[1]);
        }
    }

    boolean isProcess() {
        return namespace.equals("biological_process");
    }
}
