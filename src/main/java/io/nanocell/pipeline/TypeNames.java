package io.nanocell.pipeline;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.CellType;
import io.nanocell.reference.Label;
import io.nanocell.reference.LabelSpace;
import io.nanocell.reference.ReferenceKnowledge;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Cell types by name: the Cell Ontology's name, a label of the label space, else an exact synonym of one type alone;
/// case
/// aside. Never fuzzy.
final class TypeNames {

    private final Map<String, String> ids = new HashMap<>();

    TypeNames(ReferenceKnowledge knowledge) {
        CellOntology ontology = knowledge.ontology();
        Set<String> ambiguous = new HashSet<>();
        for (CellType type : ontology.types()) {
            for (String synonym : type.exactSynonyms()) {
                String other = ids.putIfAbsent(key(synonym), type.id());
                if (other != null && !other.equals(type.id())) {
                    ambiguous.add(key(synonym));
                }
            }
        }
        ids.keySet().removeAll(ambiguous);
        for (Label label : LabelSpace.of(knowledge, LabelSpace.Request.ALL).labels()) {
            if (ontology.canonical(label.cellOntologyId()).isPresent()) {
                ids.put(key(label.name()), label.cellOntologyId());
            }
        }
        ontology.types().forEach(type -> ids.put(key(type.name()), type.id()));
    }

    /// @return Cell Ontology id
    Optional<String> find(String name) {
        return Optional.ofNullable(ids.get(key(name)));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
