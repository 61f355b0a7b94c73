package io.nanocell.reference;

import java.util.ArrayList;
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
/// A label belongs to a tissue when it, or a type below it, has been seen in one of the tissue's organ groups, or when
/// no source says of it or of a type below it where it lives. Named after a type that stands in samples of cancer
/// patients only, a label goes when the disease is given and no tumour.
final class LabelSelection {

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
        for (TissueMention mention : database.mentions()) {
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

    private Set<String> ofOrgans(Set<String> organs, Set<String> labels) {
        Map<String, Boolean> fits = new HashMap<>(); // tissue as written → whether it belongs to the organs
        Set<String> seen = new HashSet<>();
        Set<String> seenHere = new HashSet<>();
        for (TissueMention mention : knowledge.database().mentions()) {
            boolean here = fits.computeIfAbsent(
                    mention.tissue(),
                    tissue -> knowledge.tissues().organsIn(tissue).stream().anyMatch(organs::contains));
            List<String> upward = new ArrayList<>(ontology.ancestors(mention.cellOntologyId()));
            upward.add(mention.cellOntologyId());
            seen.addAll(upward);
            if (here) {
                seenHere.addAll(upward);
            }
        }
        Set<String> fitting = new HashSet<>(labels);
        fitting.removeIf(id -> seen.contains(id) && !seenHere.contains(id));
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
