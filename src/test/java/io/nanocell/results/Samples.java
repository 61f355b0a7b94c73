package io.nanocell.results;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// Records to store: small, but with every member filled in.
public final class Samples {

    public static final String SHA = "0123456789abcdef".repeat(4);

    public static final List<CellLabel> CELL_LABELS = List.of(
            new CellLabel("hepatocyte", "CL:0000182", "hepatic"), new CellLabel("my own cell", null, "lymphoid"));

    private Samples() {}

    public static NewDataset dataset(String name, int cells) {
        return new NewDataset(
                name,
                "liver",
                "human",
                null,
                cells,
                40,
                0,
                SHA,
                new DatasetQuality(120.5, 60, 0.0015, 3),
                List.of(
                        new FileRecord("matrix", "cell_feature_matrix.h5", 1_000, SHA, "datasets/x/matrix"),
                        new FileRecord("cells", "cells.csv.gz", 100, SHA, "datasets/x/cells")),
                List.of(new Notice("NO_CONTROLS", "no control features")),
                cells(cells),
                List.of("ALB", "CD3E", "KRT19"));
    }

    /// Cells that lie 10 µm apart along a slope.
    public static LocatedCells cells(int cells) {
        return LocatedCells.of(
                IntStream.range(0, cells).mapToObj(cell -> "cell-" + cell).toList(),
                IntStream.range(0, cells).mapToDouble(cell -> 10.0 * cell).toArray(),
                IntStream.range(0, cells).mapToDouble(cell -> 0.5 * cell).toArray());
    }

    /// Cells in turn in cluster 0 (not assessed), 1 and 2; those of cluster 1 in turn of the second label and the
    /// first.
    public static JobResult result(int cells) {
        int[] cluster = new int[cells];
        short[] reason = new short[cells];
        short[] label = new short[cells];
        for (int i = 0; i < cells; i++) {
            cluster[i] = i % 3;
            reason[i] = (short) (cluster[i] == 0 ? 2 : 0);
            label[i] = (short) (cluster[i] == 2 ? 0 : cluster[i] == 0 ? 0 : 1 + i % 2);
        }
        return new JobResult(
                new JobQuality(cells, cells, 3, 120.5, List.of(new FilteredCount("TOO_FEW_GENES", 0))),
                new JobMetrics(
                        0.1,
                        0.2,
                        List.of(0.3, 0.4),
                        0.5,
                        0.6,
                        0.7,
                        new AdjacencyScore(0.7, 0.8, 0.9),
                        0.5,
                        120,
                        1e5,
                        0.8),
                new Provenance(
                        "0.1.0",
                        List.of(new SourceVersion("Cell Ontology", "2026-01-01", SHA)),
                        new ModelVersion("qwen2.5:1.5b", null),
                        List.of(new InputFile("cells.csv.gz", SHA)),
                        List.of()),
                List.of(new Notice("NO_TISSUE", "no tissue given")),
                List.of(cluster(1, "hepatocyte"), unresolved(2)),
                cluster,
                reason,
                CELL_LABELS,
                label,
                SHA);
    }

    public static ClusterRecord cluster(int number, String label) {
        var view = new ClusterView(
                number,
                "Cluster " + number,
                70,
                label,
                "CL:0000182",
                "HIGH",
                0.91,
                List.of("MODEL_PREFERRED"),
                "MODEL",
                List.of("KRT19", "ALB"),
                List.of(new RunnerUp("cholangiocyte", "CL:1000488", 0.3)),
                new PartsView(
                        20.0, 0.875, 0.9375, 0.125, 0.5, 0.75, 0.5, 0.25, 0.625, 1.0, 0.5, 0.75, 1.25, null, 0.0,
                        0.125),
                List.of(
                        new TypeShare("hepatocyte", "CL:0000182", "hepatic", 49, 0.7),
                        new TypeShare(TypeShare.UNASSIGNED, null, null, 21, 0.3)));
        return new ClusterRecord(
                view,
                List.of(
                        new MarkerView("ALB", 3.25, 0.9, 0.1, 2.5, 0.25, 31.0, 1e-300, Double.MIN_VALUE),
                        new MarkerView("CD3E", -0.1, 0.0, 1.0, 0.1, 0.3, -2.0, 0.04, 0.05),
                        new MarkerView("KRT19", null, null, null, null, null, null, null, null)),
                List.of(new TermView("GO:0008150", "a process", 3, 10, 20, 300, 1e-5, 1e-3, List.of("ALB", "CD3E"))),
                List.of(new ProgramView("metabolism", "GO:0008152", 3.0, List.of("GO:0008150"), List.of("ALB"))),
                List.of(
                        new CandidateView(
                                label,
                                "CL:0000182",
                                "hepatic",
                                12.5,
                                0.001,
                                0.002,
                                0.91,
                                List.of("ALB"),
                                List.of(),
                                List.of("TTR"),
                                List.of("CD3E")),
                        new CandidateView(
                                "cholangiocyte",
                                "CL:1000488",
                                "biliary",
                                2.5,
                                0.2,
                                0.4,
                                0.3,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of())),
                new ModelCall(
                        "qwen2.5:1.5b",
                        "sha256:ab",
                        "prompt\0 with a NUL",
                        "{\"label\":\"" + label + "\"}",
                        Map.of("temperature", 0, "num_ctx", 4096),
                        812,
                        700,
                        12,
                        "CHOSE"));
    }

    public static ClusterRecord unresolved(int number) {
        var view = new ClusterView(
                number,
                "Cluster " + number,
                30,
                "Unresolved",
                null,
                "UNRESOLVED",
                0.2,
                List.of("NO_SUPPORT"),
                "EVIDENCE",
                List.of(),
                List.of(),
                new PartsView(
                        3.0, 0.0625, 0.5, 0.0, 0.25, 0.5, 0.125, 0.0, 0.375, 0.1, 0.0, 0.1, 2.5, null, null, null));
        return new ClusterRecord(view, List.of(), List.of(), List.of(), List.of(), null);
    }

    public static UUID newJob(AnnotationJobs jobs, UUID dataset) {
        var id = UUID.randomUUID();
        jobs.create(id, dataset, JobParameters.NONE, null);
        return id;
    }

    public static UUID newDataset(Datasets datasets, int cells) {
        var id = UUID.randomUUID();
        datasets.create(id, dataset("section " + id, cells));
        return id;
    }
}
