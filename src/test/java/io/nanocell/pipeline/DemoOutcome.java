package io.nanocell.pipeline;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.confidence.Verdict;
import io.nanocell.reference.CellOntology;
import io.nanocell.simulation.Niche;
import io.nanocell.simulation.NicheKind;
import io.nanocell.simulation.SimulatedSection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What the street made of a synthetic section, against the truth.
///
/// @param pure cells of the pure niches that passed quality control
/// @param right those of them in a cluster with the planted type's name or that of a type above it
/// @param mixed per mixed niche what its clusters are called
/// @param mixedRight whether each of these is Heterogeneous, Unresolved or not assessed
/// @param high number of clusters with a HIGH name
/// @param ari of the clusters to the niches
/// @param detail one line per niche
record DemoOutcome(
        int pure, int right, List<String> mixed, boolean mixedRight, int high, double ari, List<String> detail) {

    private static final int SHOWN = 50; // cells of a niche in a cluster

    double purity() {
        return (double) right / pure;
    }

    static DemoOutcome of(SimulatedSection simulated, AnnotatedSection section, CellOntology ontology) {
        int[][] cells = cells(simulated, section);
        int pure = 0;
        int right = 0;
        boolean mixedRight = true;
        List<String> mixed = new ArrayList<>();
        List<String> detail = new ArrayList<>();
        for (int n = 0; n < cells.length; n++) {
            Niche niche = simulated.design().niches().get(n);
            detail.add(describe(niche, cells[n], section));
            if (niche.kind() == NicheKind.PURE) {
                pure += IntStream.of(cells[n]).sum();
                right += right(niche.shares().getFirst().type().cellOntologyId(), cells[n], section, ontology);
            } else if (niche.kind() == NicheKind.MIXED) {
                for (int c : clustersOf(n, cells)) {
                    Verdict verdict = c == 0
                            ? Verdict.NOT_ASSESSED
                            : section.clusters().get(c - 1).verdict();
                    mixedRight &= verdict != Verdict.HIGH && verdict != Verdict.MODERATE;
                    mixed.add(c == 0 ? "small" : section.clusters().get(c - 1).label());
                }
            }
        }
        int high = (int) section.clusters().stream()
                .filter(cluster -> cluster.verdict() == Verdict.HIGH)
                .count();
        return new DemoOutcome(
                pure, right, mixed, mixedRight, high, SectionBench.ari(section, simulated.nicheOfCell()), detail);
    }

    /// @return cells per niche and cluster, 0 for those that are not assessed
    private static int[][] cells(SimulatedSection simulated, AnnotatedSection section) {
        int[][] cells =
                new int[simulated.design().niches().size()][section.clusters().size() + 1];
        int[] kept = section.dataset().keptCells();
        for (int r = 0; r < kept.length; r++) {
            cells[simulated.nicheOfCell()[kept[r]]][section.clustering().cluster()[r]]++;
        }
        return cells;
    }

    private static int right(String planted, int[] cells, AnnotatedSection section, CellOntology ontology) {
        int right = 0;
        for (int c = 1; c < cells.length; c++) {
            String called = section.clusters().get(c - 1).cellOntologyId();
            right += called != null && (called.equals(planted) || ontology.isAncestor(called, planted)) ? cells[c] : 0;
        }
        return right;
    }

    /// @return the clusters that have more cells of the niche than of any other, and the one with most of its cells
    private static int[] clustersOf(int niche, int[][] cells) {
        int most = IntStream.of(cells[niche]).max().orElseThrow();
        return IntStream.range(0, cells[niche].length)
                .filter(c -> cells[niche][c] == most
                        || (cells[niche][c] >= SHOWN
                                && Arrays.stream(cells).allMatch(other -> other[c] <= cells[niche][c])))
                .toArray();
    }

    private static String describe(Niche niche, int[] cells, AnnotatedSection section) {
        var line = new StringBuilder(niche.name());
        niche.shares().stream()
                .limit(niche.kind() == NicheKind.PURE ? 1 : 3)
                .forEach(share -> line.append(niche.shares().getFirst().equals(share) ? ": " : " + ")
                        .append(share.type().name()));
        line.append(" ->");
        for (int c = 0; c < cells.length; c++) {
            if (cells[c] >= SHOWN) {
                line.append(
                        c == 0
                                ? " [small %d]".formatted(cells[c])
                                : describe(cells[c], section.clusters().get(c - 1)));
            }
        }
        return line.toString();
    }

    private static String describe(int cells, AnnotatedCluster cluster) {
        Double heterogeneity = cluster.evidence().heterogeneity();
        List<String> lineages = cluster.evidence().lineages().stream()
                .map(l -> "%s p %.3f (%d)"
                        .formatted(l.lineage(), l.pValueMax(), l.genes().size()))
                .toList();
        return " [#%d %d %s %s %.2f, het %s, %s %s]"
                .formatted(
                        cluster.evidence().number(),
                        cells,
                        cluster.label(),
                        cluster.verdict(),
                        cluster.value(),
                        heterogeneity == null ? "-" : "%.2f".formatted(heterogeneity),
                        lineages,
                        cluster.reasons());
    }
}
