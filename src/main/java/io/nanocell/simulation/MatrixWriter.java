package io.nanocell.simulation;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import io.nanocell.ingest.XeniumSection;
import io.nanocell.numerics.FloatCsrMatrix;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Writes `cell_feature_matrix.h5`: genes first, then controls; compressed sparse column with one column per
/// cell.
final class MatrixWriter {

    private static final int CHUNK = 80_000; // as the instrument's software has it

    private MatrixWriter() {}

    static void write(XeniumSection section, Path file) {
        FloatCsrMatrix genes = section.counts();
        FloatCsrMatrix controls = section.controls();
        int entries = Math.addExact(genes.entries(), controls.entries());
        int[] data = new int[entries];
        long[] indices = new long[entries];
        long[] indptr = new long[genes.rows() + 1];
        int e = 0;
        for (int cell = 0; cell < genes.rows(); cell++) {
            e = append(genes, cell, 0, data, indices, e);
            e = append(controls, cell, genes.columns(), data, indices, e);
            indptr[cell + 1] = e;
        }
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putAttribute("filetype", "matrix");
            hdf.putAttribute("version", 2);
            hdf.putAttribute("software", "NanoCell simulator, synthetic data");
            WritableGroup matrix = hdf.putGroup("matrix");
            put(matrix, "data", data, entries);
            put(matrix, "indices", indices, entries);
            put(matrix, "indptr", indptr, indptr.length);
            matrix.putDataset("shape", new int[] {genes.columns() + controls.columns(), genes.rows()});
            matrix.putDataset("barcodes", section.cellIds().toArray(String[]::new));
            WritableGroup features = matrix.putGroup("features");
            features.putDataset("id", names(section.geneIds(), section.controlNames()));
            features.putDataset("name", names(section.genes(), section.controlNames()));
            features.putDataset("feature_type", types(section));
            String[] genome = new String[genes.columns() + controls.columns()];
            Arrays.fill(genome, "Unknown");
            features.putDataset("genome", genome);
            features.putDataset("_all_tag_keys", new String[] {"genome"});
        }
    }

    private static int append(FloatCsrMatrix counts, int cell, int firstFeature, int[] data, long[] indices, int at) {
        int to = at;
        for (int e = counts.rowStart()[cell]; e < counts.rowStart()[cell + 1]; e++) {
            data[to] = (int) counts.values()[e];
            indices[to++] = (long) firstFeature + counts.columnIndex()[e];
        }
        return to;
    }

    private static void put(WritableGroup group, String name, Object values, int length) {
        DatasetCreationOptions options = DatasetCreationOptions.builder()
                .chunkDimensions(Math.min(CHUNK, Math.max(1, length)))
                .shuffle()
                .deflate(4)
                .build();
        group.putDataset(name, values, options);
    }

    private static String[] names(List<String> genes, List<String> controls) {
        return Stream.concat(genes.stream(), controls.stream()).toArray(String[]::new);
    }

    private static String[] types(XeniumSection section) {
        return Stream.concat(
                        section.genes().stream().map(_ -> "Gene Expression"),
                        section.controlNames().stream()
                                .map(name -> name.startsWith("NegControlProbe")
                                        ? "Negative Control Probe"
                                        : "Negative Control Codeword"))
                .toArray(String[]::new);
    }
}
