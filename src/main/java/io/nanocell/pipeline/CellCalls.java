package io.nanocell.pipeline;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.confidence.Verdict;
import io.nanocell.evidence.CalledType;
import io.nanocell.evidence.Candidate;
import io.nanocell.evidence.CellTypes;
import io.nanocell.ingest.SpatialDataset;
import io.nanocell.results.CellLabel;
import io.nanocell.results.TypeShare;
import io.nanocell.spatial.SpatialClustering;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the cells of a section are called, in agreement with what its domains are called.
///
/// Nearly all clear cells of a domain being of one kind, that kind carries the domain's final label, and none where the
/// domain stays Unresolved: a cell is never surer than the domain that its type was recognised in. A type that is
/// found in further domains is called there as in the domain with most of it.
///
/// @param labels what cells are called
/// @param labelOfCell per cell of the section: number of its label, from 1; 0 where it has none
/// @param compositions per assessed cluster
record CellCalls(List<CellLabel> labels, short[] labelOfCell, List<List<TypeShare>> compositions) {

    private static final double NEARLY_ALL = 0.75;

    static CellCalls of(AnnotatedSection section) {
        return of(
                section.dataset(),
                section.clustering(),
                section.cells(),
                section.clusters().stream().map(CellCalls::called).toList());
    }

    /// @param types of the cells
    /// @param called what the cells of each assessed cluster are called where nearly all are of one kind;
    /// empty where the cluster has no name
    static CellCalls of(
            SpatialDataset dataset, SpatialClustering clustering, CellTypes types, List<Optional<CellLabel>> called) {
        Map<CellLabel, Short> numbers = new LinkedHashMap<>();
        short[][] numberOf = new short[called.size()][];
        for (int c = 0; c < numberOf.length; c++) {
            numberOf[c] = new short[types.types().size() + CellTypes.FIRST];
            for (int t = CellTypes.NAMELESS; t < types.types().size(); t++) {
                numberOf[c][t + CellTypes.FIRST] = label(types, called, c + 1, t)
                        .map(label -> numbers.computeIfAbsent(label, _ -> (short) (numbers.size() + 1)))
                        .orElse((short) 0);
            }
        }
        short[] labelOfCell = new short[dataset.section().cells()];
        List<CellLabel> labels = List.copyOf(numbers.keySet());
        int[][] cells = new int[numberOf.length][labels.size() + 1];
        int[] clusterOf = clustering.cluster();
        for (int row = 0; row < clusterOf.length; row++) {
            int c = clusterOf[row] - 1;
            if (c >= 0) {
                short number = numberOf[c][types.typeOfCell()[row] + CellTypes.FIRST];
                labelOfCell[dataset.keptCells()[row]] = number;
                cells[c][number]++;
            }
        }
        List<List<TypeShare>> compositions = new ArrayList<>();
        for (int[] ofCluster : cells) {
            compositions.add(composition(ofCluster, labels));
        }
        return new CellCalls(labels, labelOfCell, List.copyOf(compositions));
    }

    /// The same with what is said of the cells of one cluster alone.
    ///
    /// @param cells its cells in the section, ascending
    /// @return labels in the order of the first cell that has them
    CellCalls only(int[] cells) {
        Map<CellLabel, Short> numbers = new LinkedHashMap<>();
        short[] only = new short[labelOfCell.length];
        for (int cell : cells) {
            if (labelOfCell[cell] != 0) {
                only[cell] =
                        numbers.computeIfAbsent(labels.get(labelOfCell[cell] - 1), _ -> (short) (numbers.size() + 1));
            }
        }
        return new CellCalls(List.copyOf(numbers.keySet()), only, compositions);
    }

    /// @param cluster from 1
    List<TypeShare> composition(int cluster) {
        return compositions.get(cluster - 1);
    }

    /// @param type index of a type, [CellTypes#NAMELESS] or [CellTypes#UNCLEAR]
    private static Optional<CellLabel> label(
            CellTypes types, List<Optional<CellLabel>> clusters, int cluster, int type) {
        if (type == CellTypes.UNCLEAR) {
            return Optional.empty();
        }
        if (types.shareOfClear(cluster, type) >= NEARLY_ALL) {
            return clusters.get(cluster - 1);
        }
        if (type == CellTypes.NAMELESS) {
            return Optional.empty();
        }
        CalledType called = types.types().get(type);
        boolean own = called.parts().stream().anyMatch(part -> part.cluster() == cluster);
        int home = own ? cluster : called.parts().getFirst().cluster();
        return home != cluster && types.shareOfClear(home, type) >= NEARLY_ALL
                ? clusters.get(home - 1)
                : Optional.of(
                        new CellLabel(called.label(), ResultRecords.term(called.cellOntologyId()), called.lineage()));
    }

    /// @return what the cells of a cluster are called that are of its kind; empty where it has no name
    static Optional<CellLabel> called(AnnotatedCluster cluster) {
        if (cluster.verdict() != Verdict.HIGH && cluster.verdict() != Verdict.MODERATE) {
            return Optional.empty();
        }
        return cluster.evidence().candidates().stream()
                .filter(candidate -> candidate.label().equals(cluster.label()))
                .findFirst()
                .map(Candidate::lineage)
                .map(lineage -> new CellLabel(cluster.label(), ResultRecords.term(cluster.cellOntologyId()), lineage));
    }

    private static List<TypeShare> composition(int[] cells, List<CellLabel> labels) {
        int all = 0;
        for (int count : cells) {
            all += count;
        }
        List<TypeShare> shares = new ArrayList<>();
        for (int number = 1; number < cells.length; number++) {
            if (cells[number] > 0) {
                CellLabel label = labels.get(number - 1);
                shares.add(new TypeShare(
                        label.label(),
                        label.cellOntologyId(),
                        label.lineage(),
                        cells[number],
                        (double) cells[number] / all));
            }
        }
        shares.sort(Comparator.comparingInt(TypeShare::cells).reversed().thenComparing(TypeShare::label));
        if (cells[0] > 0) {
            shares.add(new TypeShare(TypeShare.UNASSIGNED, null, null, cells[0], (double) cells[0] / all));
        }
        return List.copyOf(shares);
    }
}
