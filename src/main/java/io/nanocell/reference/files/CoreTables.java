package io.nanocell.reference.files;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.TissueMention;
import io.nanocell.reference.UnreadableReferenceException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the shipped facts of PanglaoDB and CellMarker: what all publications of a source say of a type, added up.
///
/// `core-types.tsv` has a row per type and source: the names used there, for how many lists it counts, the tissues with
/// their weights. `core-markers.tsv.gz` has a row per type, source and gene.
public final class CoreTables {

    private final ReferenceFile typesFile;
    private final ReferenceFile markersFile;
    private final CellOntology ontology;

    /// @param ontology to which the ids are brought where it is newer than the tables
    public CoreTables(ReferenceFile types, ReferenceFile markers, CellOntology ontology) {
        this.typesFile = types;
        this.markersFile = markers;
        this.ontology = ontology;
    }

    private record Key(String cellOntologyId, MarkerSource source) {}

    private record Head(String name, double lists) {}

    /// @return the lists and mentions of these sources
    /// @throws UnreadableReferenceException if the tables do not fit together
    public MarkerDatabase of(List<MarkerSource> sources) {
        Map<Key, Head> heads = new HashMap<>();
        List<TissueMention> mentions = new ArrayList<>();
        types().forEach(row -> {
            var key = key(row);
            if (sources.contains(key.source())) {
                heads.put(key, new Head(row.get("names"), Double.parseDouble(row.get("lists"))));
                row.weighted("tissues", (tissue, seen) -> mentions.add(mention(key, tissue, seen)));
            }
        });
        Map<Key, Map<String, Double>> genes =
                new TreeMap<>(Comparator.comparing(Key::cellOntologyId).thenComparing(Key::source));
        new Table(markersFile, "cl_id", "source", "gene", "weight").forEach(row -> {
            var key = key(row);
            if (sources.contains(key.source())) {
                genes.computeIfAbsent(key, _ -> new TreeMap<>())
                        .put(row.get("gene"), Double.parseDouble(row.get("weight")));
            }
        });
        List<MarkerList> lists = new ArrayList<>();
        genes.forEach((key, weights) -> lists.add(list(key, heads.get(key), weights)));
        return new MarkerDatabase(lists, mentions);
    }

    private MarkerList list(Key key, @Nullable Head head, Map<String, Double> weights) {
        if (head == null) {
            throw new UnreadableReferenceException(
                    markersFile.name(), "it has %s, %s has not".formatted(key, typesFile.name()));
        }
        String id = ontology.canonical(key.cellOntologyId()).orElse(key.cellOntologyId());
        return new MarkerList(key.source(), key.source().title(), id, head.name(), head.lists(), weights);
    }

    /// @return PanglaoDB's names → Cell Ontology id
    public Map<String, String> panglaoNames() {
        Map<String, String> names = new HashMap<>();
        types().forEach(row -> {
            if (key(row).source() == MarkerSource.PANGLAO_DB) {
                row.parts("names").forEach(name -> names.put(name, row.get("cl_id")));
            }
        });
        return names;
    }

    private Table types() {
        return new Table(typesFile, "cl_id", "source", "names", "lists", "tissues");
    }

    private static Key key(Table.Row row) {
        return new Key(row.get("cl_id"), MarkerSource.valueOf(row.get("source")));
    }

    private TissueMention mention(Key key, String tissue, double seen) {
        String id = ontology.canonical(key.cellOntologyId()).orElse(key.cellOntologyId());
        return new TissueMention(key.source(), key.source().title(), id, tissue, seen);
    }
}
