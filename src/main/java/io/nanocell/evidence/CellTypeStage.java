package io.nanocell.evidence;

import io.nanocell.evidence.cells.CellTyping;
import io.nanocell.evidence.cells.CellTyping.Profile;
import io.nanocell.evidence.cells.DomainParts;
import io.nanocell.evidence.cells.GeneTotals;
import io.nanocell.ingest.SpatialDataset;
import io.nanocell.numerics.Cancellation;
import io.nanocell.numerics.Parallel;
import io.nanocell.reference.CellOntology;
import io.nanocell.reference.Lineages;
import io.nanocell.spatial.SpatialClustering;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Looks into the domains: of which types are their cells?
///
/// 1. The cells of each domain fall into parts by their expression alone ([DomainParts]).
/// 2. A part is named as a domain is: its markers against all other cells are ranked. It has a name if the first
///    candidate above chance stands out in its cells and its lineage holds most of the posterior; a part that is not
///    of one kind, or of a kind that the panel cannot call, has none.
/// 3. Each cell gets one of the types that its domain supports: those of its own parts, and those that were recognised
///    in other domains and hold a share of its cells ([CellTyping]).
///
/// @param candidates ranks the markers of parts
/// @param ontology tells which names are of one path
public record CellTypeStage(CandidateStage candidates, CellOntology ontology) {

    private static final int MARKERS = 20;
    private static final double CHANCE = 0.05;
    private static final double OF_ONE_LINEAGE = 0.7; // of the posterior of the candidates
    private static final double STANDS_OUT = 0.10; // pct_in − pct_out
    private static final double LEAST_SHARE = 0.03;
    private static final int LEAST_LEADING = 3;
    private static final double UNNAMED_SHARE = 0.10; // a smaller part without a name does not take cells
    private static final double NO_CONTROLS = 0.02;

    private record Part(
            DomainParts domain, int index, int cluster, Optional<Candidate> name, CalledType.NamedPart as) {}

    /// What the markers of a part say, before it is compared with the other parts of its domain.
    private record Reading(int index, List<Integer> columns, List<String> genes, Optional<Candidate> first) {

        boolean isOf(String lineage) {
            return first.isPresent() && first.get().lineage().equals(lineage);
        }
    }

    /// @param markers of the clusters
    /// @return types of all kept cells; none in a section without clusters
    public CellTypes call(SpatialDataset dataset, SpatialClustering clustering, List<ClusterMarkers> markers) {
        int[][] cells = cellsOfClusters(clustering);
        DomainParts[] domains = new DomainParts[cells.length];
        var section = GeneTotals.of(dataset.expression());
        Parallel.chunks(
                cells.length, 1, (_, c, _) -> domains[c] = DomainParts.of(dataset.expression(), section, cells[c]));
        List<Part> parts = new ArrayList<>();
        for (int c = 0; c < cells.length; c++) {
            Cancellation.check();
            Double floor = markers.get(c).noiseFloor();
            parts.addAll(named(domains[c], c + 1, dataset.genes(), floor == null ? NO_CONTROLS : floor));
        }
        List<CalledType> types = types(parts);
        int[] typeOfCell = new int[dataset.cells()];
        Arrays.fill(typeOfCell, CellTyping.UNCLEAR);
        if (!types.isEmpty()) {
            var typing = new CellTyping(dataset.expression(), standing(parts, types));
            for (int c = 0; c < cells.length; c++) {
                Cancellation.check();
                typing.call(domains[c], supported(c + 1, parts, types), cells[c], typeOfCell);
            }
        }
        return CellTypes.of(types, typeOfCell, clustering.cluster(), cells.length);
    }

    private List<Part> named(DomainParts domain, int cluster, List<String> genes, double floor) {
        List<Reading> readings = new ArrayList<>();
        for (int k = 0; k < domain.count(); k++) {
            readings.add(read(domain, k, genes, floor));
        }
        List<Part> parts = new ArrayList<>();
        for (Reading reading : readings) {
            Optional<Candidate> name = reading.first().filter(first -> isShown(domain, reading, first, readings));
            parts.add(new Part(
                    domain,
                    reading.index(),
                    cluster,
                    name,
                    new CalledType.NamedPart(
                            cluster,
                            domain.share(reading.index()),
                            name.map(Candidate::support).orElse(0.0),
                            name.map(Candidate::pValueMax).orElse(1.0),
                            name.map(Candidate::supporting).orElse(List.of()))));
        }
        return parts;
    }

    private Reading read(DomainParts domain, int k, List<String> genes, double floor) {
        List<Integer> columns = domain.markers(k, MARKERS, floor);
        List<String> names = columns.stream().map(genes::get).toList();
        if (domain.share(k) < LEAST_SHARE || names.isEmpty()) {
            return new Reading(k, columns, names, Optional.empty());
        }
        CandidateEvidence ranked = candidates.rank(names, Set.of());
        Optional<Candidate> first = ranked.candidates().stream()
                .filter(candidate -> candidate.pValueMax() <= CHANCE)
                .findFirst()
                .filter(candidate -> !candidate.lineage().equals(Lineages.OTHER))
                .filter(candidate -> isOfOneLineage(ranked, candidate));
        return new Reading(k, columns, names, first);
    }

    private static boolean isOfOneLineage(CandidateEvidence ranked, Candidate first) {
        boolean alone = ranked.lineages().stream()
                .filter(lineage -> lineage.pValueMax() <= CHANCE)
                .allMatch(lineage -> lineage.lineage().equals(first.lineage()));
        double own = 0;
        double all = 0;
        for (Candidate candidate : ranked.candidates()) {
            own += candidate.lineage().equals(first.lineage()) ? candidate.posterior() : 0;
            all += candidate.posterior();
        }
        return alone || own >= OF_ONE_LINEAGE * all;
    }

    /// One supporting marker at least stands out of the section, three lead over the domain's parts of other lineages.
    private static boolean isShown(DomainParts domain, Reading reading, Candidate name, List<Reading> readings) {
        List<Integer> others = readings.stream()
                .filter(other -> other.index() != reading.index() && !other.isOf(name.lineage()))
                .map(Reading::index)
                .toList();
        int leading = 0;
        boolean standsOut = false;
        for (int i = 0; i < reading.genes().size(); i++) {
            if (name.supporting().contains(reading.genes().get(i))) {
                int gene = reading.columns().get(i);
                leading += domain.leads(reading.index(), gene, others) ? 1 : 0;
                standsOut |= domain.standsOut(reading.index(), gene) >= STANDS_OUT;
            }
        }
        return standsOut && leading >= LEAST_LEADING;
    }

    /// @return each name once, with its parts, in the order of the ids
    private static List<CalledType> types(List<Part> parts) {
        Map<String, List<Part>> byId = new TreeMap<>();
        for (Part part : parts) {
            part.name()
                    .ifPresent(name -> byId.computeIfAbsent(name.cellOntologyId(), _ -> new ArrayList<>())
                            .add(part));
        }
        List<CalledType> types = new ArrayList<>();
        byId.values().forEach(of -> {
            Candidate name = of.getFirst().name().orElseThrow();
            types.add(new CalledType(
                    name.label(),
                    name.cellOntologyId(),
                    name.lineage(),
                    of.stream()
                            .map(Part::as)
                            .sorted(Comparator.comparingDouble(as -> -as.share()))
                            .toList()));
        });
        return types;
    }

    private static int typeOf(Part part, List<CalledType> types) {
        for (int t = 0; t < types.size(); t++) {
            if (part.name().isPresent()
                    && types.get(t).cellOntologyId().equals(part.name().get().cellOntologyId())) {
                return t;
            }
        }
        return CellTyping.NAMELESS;
    }

    /// @return what the section's cells express, of one profile a type and all large parts without a name
    private static List<Profile> standing(List<Part> parts, List<CalledType> types) {
        Map<Object, Profile> standing = new LinkedHashMap<>();
        for (Part part : parts) {
            int type = typeOf(part, types);
            if (type >= 0 || part.domain().share(part.index()) >= UNNAMED_SHARE) {
                standing.putIfAbsent(type >= 0 ? type : part, new Profile(type, part.domain(), part.index()));
            }
        }
        return List.copyOf(standing.values());
    }

    /// Own parts; and of every type recognised elsewhere that is on no path with an own one the largest part.
    private List<Profile> supported(int cluster, List<Part> parts, List<CalledType> types) {
        List<Profile> profiles = new ArrayList<>();
        List<String> own = new ArrayList<>();
        for (Part part : parts) {
            if (part.cluster() == cluster
                    && (part.name().isPresent() || part.domain().share(part.index()) >= UNNAMED_SHARE)) {
                profiles.add(new Profile(typeOf(part, types), part.domain(), part.index()));
                part.name().ifPresent(name -> own.add(name.cellOntologyId()));
            }
        }
        for (int t = 0; t < types.size(); t++) {
            int type = t;
            String id = types.get(t).cellOntologyId();
            if (own.stream().noneMatch(other -> ontology.onOnePath(id, other))) {
                parts.stream()
                        .filter(part -> typeOf(part, types) == type)
                        .max(Comparator.comparingDouble(part -> part.domain().share(part.index())))
                        .ifPresent(part -> profiles.add(new Profile(type, part.domain(), part.index())));
            }
        }
        return profiles;
    }

    private static int[][] cellsOfClusters(SpatialClustering clustering) {
        int[] sizes = new int[clustering.clusters() + 1];
        for (int c : clustering.cluster()) {
            sizes[c]++;
        }
        int[][] cells = new int[clustering.clusters()][];
        for (int c = 0; c < cells.length; c++) {
            cells[c] = new int[sizes[c + 1]];
        }
        int[] next = new int[cells.length];
        for (int cell = 0; cell < clustering.cluster().length; cell++) {
            int c = clustering.cluster()[cell] - 1;
            if (c >= 0) {
                cells[c][next[c]++] = cell;
            }
        }
        return cells;
    }
}
