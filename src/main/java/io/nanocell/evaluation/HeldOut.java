package io.nanocell.evaluation;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.reference.TissueMention;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What the sources say is held back to test the ranking by, so that it can be tuned without any expert's labels.
///
/// Of every list of at least five genes for a type that is not too general, ten genes are asked: the strongest,
/// those of one weight drawn by the seed. Lists whose name was mapped by its head noun only are no truth.
public enum HeldOut {
    /// CellMarker's lists of normal tissue, at most twelve per type; each without its publication.
    PUBLICATIONS(MarkerSource.CELL_MARKER, 12, "", 6),
    /// The ten strongest markers of every PanglaoDB type, without PanglaoDB.
    PANGLAO_DB(MarkerSource.PANGLAO_DB, 1, "", 6),
    /// Ten of the twenty best-ranked markers that an atlas study has for a type, at most twelve studies per type;
    /// each without its study. Nearest to what clusters of single cells show.
    ATLAS_STUDIES(MarkerSource.ATLAS, 12, "", Integer.MAX_VALUE),
    /// The lists of the mouse cell atlas, all its tissues left out together. Asked of the sources in mouse symbols: how
    /// good the labels of mice are that human markers give by their orthologs.
    MOUSE_ATLAS(MarkerSource.ATLAS, 12, "mca:", 1);

    private static final int FEWEST = 5;
    private static final int MARKERS = 10;
    private static final double FULL_LENGTH = 20;
    private static final String NO_PUBLICATION = "none";

    private final MarkerSource source;
    private final int listsPerType;
    private final String prefix;
    private final int folds;

    HeldOut(MarkerSource source, int listsPerType, String prefix, int folds) {
        this.source = source;
        this.listsPerType = listsPerType;
        this.prefix = prefix;
        this.folds = folds;
    }

    /// @return whether the lists are of mice, to be drawn from and ranked by the sources in mouse symbols
    public boolean isOfMice() {
        return this == MOUSE_ATLAS;
    }

    /// @param lists of this kind
    /// @return in how many groups their publications are left out
    public int folds(List<HeldOutList> lists) {
        return Math.min(folds, Math.max(1, lists.size()));
    }

    /// @return the kind that the lists were made as; empty for lists from elsewhere
    public static Optional<HeldOut> of(List<HeldOutList> lists) {
        return Stream.of(values())
                .filter(kind -> lists.stream().allMatch(list -> list.id().startsWith(kind.name() + '-')))
                .findFirst();
    }

    /// @param knowledge with the official files: the shipped tables have added all publications up
    /// @return the lists, in an order that the seed gives
    public List<HeldOutList> lists(ReferenceKnowledge knowledge, long seed) {
        return lists(knowledge, seed, MARKERS);
    }

    /// @param markers of each list at most; the first ten are those of a list of ten
    /// @return the same lists, longer or shorter
    public List<HeldOutList> lists(ReferenceKnowledge knowledge, long seed, int markers) {
        Map<String, String> tissues = tissues(knowledge);
        var random = new Random(seed);
        List<MarkerList> eligible = new ArrayList<>(knowledge.database().lists().stream()
                .filter(list -> list.source() == source
                        && list.publication().startsWith(prefix)
                        && isTruth(list, knowledge.ontology()))
                .toList());
        Collections.shuffle(eligible, random);
        Map<String, Integer> perType = new HashMap<>();
        List<HeldOutList> lists = new ArrayList<>();
        for (MarkerList list : eligible) {
            List<String> strongest = strongest(list, markers, random);
            if (perType.merge(list.cellOntologyId(), 1, Integer::sum) <= listsPerType) {
                lists.add(new HeldOutList(
                        "%s-%d".formatted(name(), lists.size() + 1),
                        list.publication(),
                        tissues.get(key(list.publication(), list.cellOntologyId())),
                        strongest,
                        Set.of(list.cellOntologyId())));
            }
        }
        return lists;
    }

    private boolean isTruth(MarkerList list, CellOntology ontology) {
        boolean wholeName = source == MarkerSource.CELL_MARKER
                ? list.lists()
                        >= Math.sqrt(Math.min(1, FULL_LENGTH / list.weights().size()))
                : true;
        return wholeName
                && list.weights().size() >= FEWEST
                && !list.publication().equals(NO_PUBLICATION)
                && !ontology.isGeneral(list.cellOntologyId());
    }

    private static List<String> strongest(MarkerList list, int markers, Random random) {
        List<Map.Entry<String, Double>> genes =
                new ArrayList<>(new TreeMap<>(list.weights()).entrySet()); // sorted: draws depend on the order
        Collections.shuffle(genes, random);
        genes.sort(Comparator.comparingDouble(gene -> -gene.getValue())); // stable
        return genes.stream().limit(markers).map(Map.Entry::getKey).toList();
    }

    /// @return publication and type → the first tissue that the source names for them
    private Map<String, String> tissues(ReferenceKnowledge knowledge) {
        Map<String, String> tissues = new HashMap<>();
        for (TissueMention mention : knowledge.database().mentions()) {
            if (mention.source() == source) {
                tissues.putIfAbsent(key(mention.publication(), mention.cellOntologyId()), mention.tissue());
            }
        }
        return tissues;
    }

    private static String key(String publication, String cellOntologyId) {
        return publication + ' ' + cellOntologyId;
    }

    /// @return the publications of the lists in `folds` groups of like size, by the seed; groups without any are
    /// left out
    public static List<Set<String>> folds(List<HeldOutList> lists, int folds, long seed) {
        List<String> publications = new ArrayList<>(
                lists.stream().map(HeldOutList::publication).distinct().sorted().toList());
        Collections.shuffle(publications, new Random(seed));
        Map<Integer, Set<String>> groups = new TreeMap<>();
        for (int p = 0; p < publications.size(); p++) {
            groups.computeIfAbsent(p % folds, _ -> new TreeSet<>()).add(publications.get(p));
        }
        return List.copyOf(groups.values());
    }

    /// @return the kind of this name, case aside
    /// @throws IllegalArgumentException naming those that there are
    public static HeldOut named(String name) {
        return Stream.of(values())
                .filter(kind -> kind.name().equalsIgnoreCase(name.replace('-', '_')))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s is none of %s".formatted(name, List.of(values()))));
    }
}
