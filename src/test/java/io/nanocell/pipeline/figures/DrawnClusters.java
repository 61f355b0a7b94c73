package io.nanocell.pipeline.figures;

import io.nanocell.results.ClusterGene;
import io.nanocell.results.ClusterView;
import io.nanocell.results.MarkerView;
import io.nanocell.results.TypeShare;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Clusters to draw, as a job of a lymph node might have them, and awkward ones.
final class DrawnClusters {

    /// Label, cells, markers; the last three mark nothing, are not labelled, are not assessed.
    static final List<ClusterView> NODE = List.of(
            cluster(1, "B cell", 14_210, "HIGH", "MS4A1", "CD79A", "BANK1", "CD19")
                    .with(List.of(
                            type("B cell", "CL:0000236", 12_789, 0.9),
                            type("Plasma cell", "CL:0000786", 711, 0.05),
                            type(TypeShare.UNASSIGNED, null, 710, 0.05))),
            cluster(2, "CD4-positive, alpha-beta T cell", 9_633, "MODERATE", "CD3E", "IL7R", "TRAC", "CD4")
                    .with(List.of(
                            type("CD4-positive, alpha-beta T cell", "CL:0000624", 5_780, 0.6),
                            type("CD8-positive, alpha-beta T cell", "CL:0000625", 2_408, 0.25),
                            type(TypeShare.UNASSIGNED, null, 1_445, 0.15))),
            cluster(3, "CD8-positive, alpha-beta T cell", 6_120, "HIGH", "CD3E", "CD8A", "GZMK", "NKG7")
                    .with(List.of(
                            type("CD8-positive, alpha-beta T cell", "CL:0000625", 4_896, 0.8),
                            type("natural killer cell", "CL:0000623", 1_224, 0.2))),
            cluster(4, "macrophage", 2_204, "HIGH", "CD68", "C1QA", "MRC1")
                    .with(List.of(
                            type("macrophage", "CL:0000235", 1_763, 0.8),
                            type("conventional dendritic cell", "CL:0000990", 220, 0.1),
                            type(TypeShare.UNASSIGNED, null, 221, 0.1))),
            cluster(5, "endothelial cell", 1_377, "HIGH", "PECAM1", "VWF", "CLDN5")
                    .with(List.of(
                            type("endothelial cell", "CL:0000115", 1_290, 0.937),
                            type("pericyte", "CL:0000669", 87, 0.063))),
            cluster(6, "Heterogeneous", 911, "HETEROGENEOUS", "CD3E", "IL7R", "MS4A1")
                    .with(List.of(
                            type("B cell", "CL:0000236", 501, 0.55),
                            type("CD4-positive, alpha-beta T cell", "CL:0000624", 410, 0.45))),
            cluster(7, "Unresolved", 402, "UNRESOLVED").with(List.of(type(TypeShare.UNASSIGNED, null, 402, 1))),
            cluster(8, null, 12, "NOT_ASSESSED"));

    private DrawnClusters() {}

    static ClusterView cluster(int number, @Nullable String label, int cells, String verdict, String... markers) {
        var like = FiguresTest.cluster(number, "Cluster " + number, 0.9, verdict);
        return new ClusterView(
                number,
                like.name(),
                cells,
                label,
                null,
                verdict,
                0.9,
                List.of(),
                "EVIDENCE",
                List.of(markers),
                List.of(),
                like.confidenceParts());
    }

    static TypeShare type(String label, @Nullable String id, int cells, double share) {
        return new TypeShare(label, id, id == null ? null : "lymphoid", cells, share);
    }

    /// Every gene in every assessed cluster: much of it where it is a marker, little elsewhere, nothing at
    /// times.
    static List<ClusterGene> statistics(List<ClusterView> clusters, List<String> genes) {
        List<ClusterGene> statistics = new ArrayList<>();
        for (ClusterView cluster : ClusterRows.assessed(clusters)) {
            for (String gene : genes) {
                double chance = ((gene.hashCode() * 31 + cluster.number() * 7) % 97 + 97) % 97 / 97.0;
                boolean marks = cluster.topMarkers().contains(gene);
                double fraction = marks ? 0.5 + chance / 2 : chance < 0.3 ? 0 : chance * chance / 4;
                double mean = fraction * (marks ? 2.5 : 1.5);
                double change = marks ? 2 + 2 * chance : -2 * chance;
                statistics.add(gene(cluster.number(), gene, fraction, mean, change));
            }
        }
        return statistics;
    }

    static ClusterGene gene(
            int cluster, String gene, @Nullable Double fraction, @Nullable Double mean, @Nullable Double change) {
        return new ClusterGene(cluster, new MarkerView(gene, change, fraction, 0.1, mean, 0.1, 9.0, 0.0, 0.0));
    }

    /// As many as there are to be, some with names that nobody would give.
    static List<ClusterView> many(int clusters) {
        List<ClusterView> many = new ArrayList<>();
        for (int n = 1; n <= clusters; n++) {
            String label = n % 5 == 0
                    ? "CD8-positive, alpha-beta memory T cell, CD45RO-positive, of the %dth kind".formatted(n)
                    : n % 7 == 0 ? "Unresolved" : "type %d".formatted(n);
            List<TypeShare> types = new ArrayList<>();
            for (int t = 0; t < 1 + n % 6; t++) {
                types.add(type("type " + (n + 3 * t) % (clusters + 1), "CL:1", 100, 0.9 / (1 + n % 6)));
            }
            types.add(type(TypeShare.UNASSIGNED, null, 100, 0.1));
            many.add(cluster(
                            n,
                            label,
                            100_000 / n,
                            n % 7 == 0 ? "UNRESOLVED" : "HIGH",
                            "GENE" + n,
                            "HLA-DRB" + n,
                            "C" + n + "ORF" + 1000 * n,
                            "G" + n)
                    .with(types));
        }
        return many;
    }
}
