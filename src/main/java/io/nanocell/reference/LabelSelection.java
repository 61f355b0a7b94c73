package io.nanocell.reference;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Selects the labels that a request admits.
///
/// A label belongs to a tissue when it, or a type below it, has been seen in one of the tissue's organ groups; in
/// blood, which flows through all of them; or in four groups and more. It stays too where no source says where it
/// lives. A label that stands in samples of cancer patients only goes when the disease is given and is no tumour.
final class LabelSelection {

    /// Embryos of mice and cultures have every type somewhere: they make a type likelier in a tissue, but admit none.
    private static final Set<MarkerSource> NOT_PLACING =
            EnumSet.of(MarkerSource.CELL_MARKER_MOUSE, MarkerSource.SINGLE_CELL_BASE);

    private static final String BLOOD = "blood";
    private static final int WIDESPREAD = 4;

    private final ReferenceKnowledge knowledge;
    private final LabelSpace.Request request;
    private final CellOntology ontology;

    LabelSelection(ReferenceKnowledge knowledge, LabelSpace.Request request) {
        this.knowledge = knowledge;
        this.request = request;
        this.ontology = knowledge.ontology();
    }

    LabelSpace select() {
        SortedSet<String> organs =
                request.tissue() == null ? new TreeSet<>() : knowledge.tissues().resolve(request.tissue());
        MarkerDatabase added =
                new MarkerDatabase(request.markerSets().stream().map(this::list).toList(), List.of());
        SortedMap<String, Label> all = labels(knowledge.database().and(added));
        Set<String> kept = new HashSet<>(all.keySet());
        if (!organs.isEmpty()) {
            kept.retainAll(ofOrgans(organs, all.keySet()));
        }
        if (request.disease() != null && !Tissues.mentionsTumour(request.disease())) {
            kept.removeAll(knownFromCancerOnly());
        }
        request.include().forEach(name -> kept.add(id(all, name)));
        added.lists().forEach(list -> kept.add(list.cellOntologyId()));
        request.exclude().forEach(name -> kept.remove(id(all, name)));
        all.keySet().retainAll(kept);
        return LabelSpace.of(all, organs, added);
    }

    private static String id(SortedMap<String, Label> all, String name) {
        return all.values().stream()
                .filter(label ->
                        label.cellOntologyId().equals(name) || label.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new UnknownLabelException(name))
                .cellOntologyId();
    }

    private MarkerList list(MarkerSet set) {
        Map<String, Double> weights = new TreeMap<>();
        set.genes().forEach(gene -> weights.put(knowledge.symbols().approved(gene), 1.0));
        return new MarkerList(MarkerSource.USER, "user", id(set), set.label(), 1, weights);
    }

    private String id(MarkerSet set) {
        String given = set.cellOntologyId();
        if (given != null) {
            return ontology.canonical(given).orElseThrow(() -> new UnknownLabelException(given));
        }
        return ontology.types().stream()
                .filter(type -> type.name().equalsIgnoreCase(set.label()))
                .map(CellType::id)
                .findFirst()
                .orElse(LabelSpace.LOCAL_ID + set.label());
    }

    private SortedMap<String, Label> labels(MarkerDatabase database) {
        Map<String, Set<String>> markers = new HashMap<>();
        Map<String, String> userNames = new HashMap<>();
        for (MarkerList list : database.lists()) {
            markers.computeIfAbsent(list.cellOntologyId(), _ -> new HashSet<>())
                    .addAll(list.weights().keySet());
            if (list.source() == MarkerSource.USER) {
                userNames.put(list.cellOntologyId(), list.name());
            }
        }
        Map<String, SortedSet<String>> tissues = new HashMap<>();
        for (TissueMention mention : placing(database)) {
            tissues.computeIfAbsent(mention.cellOntologyId(), _ -> new TreeSet<>())
                    .add(mention.tissue());
        }
        SortedMap<String, Label> labels = new TreeMap<>();
        for (String id : database.namedTypes()) {
            @Nullable String brought = userNames.get(id);
            labels.put(
                    id,
                    new Label(
                            brought != null ? brought : ontology.type(id).name(),
                            id,
                            knowledge.lineages().of(id),
                            tissues.getOrDefault(id, new TreeSet<>()),
                            markers.getOrDefault(id, Set.of()).size()));
        }
        return labels;
    }

    private static List<TissueMention> placing(MarkerDatabase database) {
        return database.mentions().stream()
                .filter(mention -> !NOT_PLACING.contains(mention.source()))
                .toList();
    }

    /// @return labels that were seen in the organs, in blood, in four organ groups or more, or nowhere
    private Set<String> ofOrgans(Set<String> organs, Set<String> labels) {
        Map<String, Set<String>> organsOf = new HashMap<>(); // tissue as written → organ groups
        Map<String, Set<String>> seenIn = new HashMap<>(); // type → organ groups, those of types below it included
        for (TissueMention mention : placing(knowledge.database())) {
            Set<String> here = organsOf.computeIfAbsent(
                    mention.tissue(), tissue -> knowledge.tissues().organsIn(tissue));
            Set<String> upward = new HashSet<>(ontology.ancestors(mention.cellOntologyId()));
            upward.add(mention.cellOntologyId());
            upward.forEach(
                    id -> seenIn.computeIfAbsent(id, _ -> new HashSet<>()).addAll(here));
        }
        Set<String> fitting = new HashSet<>(labels);
        fitting.removeIf(id -> {
            Set<String> seen = seenIn.getOrDefault(id, Set.of());
            boolean anywhere = seen.isEmpty() || seen.contains(BLOOD) || seen.size() >= WIDESPREAD;
            return !anywhere && Collections.disjoint(seen, organs);
        });
        return fitting;
    }

    private Set<String> knownFromCancerOnly() {
        Set<String> cancer = new HashSet<>();
        Set<String> normal = new HashSet<>();
        for (MarkerList list : knowledge.database().lists()) {
            if (list.source().isNaming()) {
                (list.source() == MarkerSource.CELL_MARKER_CANCER ? cancer : normal).add(list.cellOntologyId());
            }
        }
        cancer.removeAll(normal);
        return cancer;
    }
}
