package io.nanocell.pipeline;

import io.nanocell.ingest.FilterReason;
import io.nanocell.ingest.SpatialDataset;
import io.nanocell.results.CandidateView;
import io.nanocell.results.CellLabel;
import io.nanocell.results.MachineCluster;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import io.nanocell.results.StoredDomains;
import io.nanocell.spatial.SpatialClustering;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The domains of a finished job on its section, as they were stored: nothing is sought again.
///
/// @param dataset the section, read and filtered as the job did
/// @param clustering its domains, without metrics
/// @param stored what they were restored from
record RestoredDomains(SpatialDataset dataset, SpatialClustering clustering, StoredDomains stored) {

    /// @throws RequestRejected `conflict` if the cells that pass quality control are no longer those of the
    /// job
    static RestoredDomains of(SpatialDataset dataset, StoredDomains stored) {
        requireSameCells(dataset, stored);
        List<String> names = new ArrayList<>();
        List<String> smallNames = new ArrayList<>();
        for (MachineCluster each : stored.clusters()) { // the small ones come last
            boolean small = each.cluster().reasons().contains(FilterReason.SMALL_CLUSTER.name());
            (small ? smallNames : names).add(each.cluster().name());
        }
        int[] cluster = new int[dataset.cells()];
        int[] small = new int[dataset.cells()];
        for (int row = 0; row < cluster.length; row++) {
            int number = stored.cluster()[dataset.keptCells()[row]];
            if (number <= names.size()) {
                cluster[row] = number;
            } else {
                small[row] = number;
            }
        }
        return new RestoredDomains(dataset, new SpatialClustering(cluster, names, null, small, smallNames), stored);
    }

    private static void requireSameCells(SpatialDataset dataset, StoredDomains stored) {
        boolean same = stored.reason().length == dataset.section().cells();
        for (int cell = 0; same && cell < stored.reason().length; cell++) {
            FilterReason now = dataset.reasons().get(cell);
            short then = stored.reason()[cell];
            boolean kept = then == FilterReason.SMALL_CLUSTER.code() || then == FilterReason.NO_GROUP.code();
            same = now.code() == (kept ? FilterReason.NONE.code() : then);
        }
        if (!same) {
            throw new RequestRejected(
                    "conflict",
                    409,
                    "The section's cells do not pass quality control as they did when the job ran: another version of the service filters them otherwise",
                    List.of(new ProblemViolation(
                            null, null, null, "annotate the dataset again with POST /annotation-jobs")));
        }
    }

    /// @param number of the cluster
    /// @return its cells in the section, ascending
    int[] cells(int number) {
        return IntStream.range(0, stored.cluster().length)
                .filter(cell -> stored.cluster()[cell] == number)
                .toArray();
    }

    /// @return per assessed cluster what its cells are called where nearly all are of one kind; empty where
    /// it has no name
    List<Optional<CellLabel>> called() {
        return stored.clusters().stream()
                .limit(clustering.clusters())
                .map(RestoredDomains::called)
                .toList();
    }

    private static Optional<CellLabel> called(MachineCluster machine) {
        String label = machine.cluster().label();
        return label == null
                ? Optional.empty()
                : machine.candidates().stream() // none of them is called Unresolved or Heterogeneous
                        .filter(candidate -> candidate.label().equals(label))
                        .findFirst()
                        .map(CandidateView::lineage)
                        .map(lineage -> new CellLabel(label, machine.cluster().cellOntologyId(), lineage));
    }
}
