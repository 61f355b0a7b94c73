package io.nanocell.reference;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// The admissible labels: the union of PanglaoDB's and CellMarker's names, joined by Cell Ontology id, one entry per
/// meaning, filtered and edited by the user. No name from anywhere else enters.
public final class LabelSpace {

    /// Id of a user's label that stands for no Cell Ontology term starts so; it has no ancestors.
    public static final String LOCAL_ID = "LOCAL:";

    private final SortedMap<String, Label> labels;
    private final SortedSet<String> organs;
    private final MarkerDatabase added;

    private LabelSpace(SortedMap<String, Label> labels, SortedSet<String> organs, MarkerDatabase added) {
        this.labels = Collections.unmodifiableSortedMap(labels);
        this.organs = Collections.unmodifiableSortedSet(organs);
        this.added = added;
    }

    /// What a user asks of the label space.
    ///
    /// @param tissue null: all tissues, with warning `NO_TISSUE`
    /// @param disease null: not known
    /// @param include names or ids of labels that stay whatever the filters say
    /// @param exclude names or ids of labels that go
    /// @param markerSets labels and markers of the user's own
    public record Request(
            @Nullable String tissue,
            @Nullable String disease,
            List<String> include,
            List<String> exclude,
            List<MarkerSet> markerSets) {

        /// Everything.
        public static final Request ALL = new Request(null, null, List.of(), List.of(), List.of());

        public Request {
            include = List.copyOf(include);
            exclude = List.copyOf(exclude);
            markerSets = List.copyOf(markerSets);
        }

        /// @return all labels of a tissue
        public static Request ofTissue(@Nullable String tissue) {
            return new Request(tissue, null, List.of(), List.of(), List.of());
        }
    }

    /// @throws UnknownTissueException listing what is known
    /// @throws UnknownLabelException for an included or excluded label that there is not
    public static LabelSpace of(ReferenceKnowledge knowledge, Request request) {
        return new LabelSelection(knowledge, request).select();
    }

    static LabelSpace of(SortedMap<String, Label> labels, SortedSet<String> organs, MarkerDatabase added) {
        return new LabelSpace(labels, organs, added);
    }

    /// @return the labels, by id
    public List<Label> labels() {
        return List.copyOf(labels.values());
    }

    /// @return organ groups of the requested tissue; empty for all tissues
    public SortedSet<String> organs() {
        return organs;
    }

    /// @return marker lists that the user brought
    public MarkerDatabase added() {
        return added;
    }

    /// @param nameOrId a label's name, case aside, or its Cell Ontology id
    public Optional<Label> find(String nameOrId) {
        Label byId = labels.get(nameOrId);
        return byId != null
                ? Optional.of(byId)
                : labels.values().stream()
                        .filter(label -> label.name().equalsIgnoreCase(nameOrId))
                        .findFirst();
    }
}
