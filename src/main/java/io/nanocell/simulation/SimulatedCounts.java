package io.nanocell.simulation;

import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.numerics.Parallel;
import java.util.Arrays;

/// Draws the counts, cell by cell, each from a random stream of its own.
///
/// @param genes cells × genes
/// @param controls cells × controls
record SimulatedCounts(FloatCsrMatrix genes, FloatCsrMatrix controls) {

    private static final int CHUNK = 2048;
    private static final long FIRST_CELL = 1L << 32; // streams below are the simulator's own
    private static final double SIZE_SPREAD = 0.4;
    private static final double LOW_QUALITY_SIZE = 0.05;
    private static final double CONTROL_RATE = 0.002; // control counts per transcript

    static SimulatedCounts of(
            SectionSimulator parameters, ExpressionProfiles profiles, int[] typeOfCell, int[] nearest) {
        int cells = typeOfCell.length;
        int types = profiles.own().length;
        double[] abundance = new double[types];
        for (int type : typeOfCell) {
            abundance[type] += 1.0 / cells;
        }
        double[][] mixed = profiles.mixed(profiles.ambient(abundance), parameters.ambient(), parameters.leak());
        int controls = parameters.controlProbes() + parameters.controlCodewords();
        Rows[] genes = new Rows[Parallel.chunkCount(cells, CHUNK)];
        Rows[] noise = new Rows[genes.length];
        Parallel.chunks(cells, CHUNK, (chunk, from, to) -> {
            genes[chunk] = new Rows(to - from);
            noise[chunk] = new Rows(to - from);
            for (int cell = from; cell < to; cell++) {
                RandomStream random = new RandomStream(parameters.seed(), FIRST_CELL + cell);
                double size = parameters.medianTranscripts() * random.logNormal(SIZE_SPREAD);
                if (random.uniform() < parameters.lowQuality()) {
                    size *= LOW_QUALITY_SIZE;
                }
                double[] profile = mixed[typeOfCell[cell] * types + typeOfCell[nearest[cell]]];
                for (int g = 0; g < profile.length; g++) {
                    genes[chunk].add(g, NegativeBinomial.count(size * profile[g], random.uniform()));
                }
                genes[chunk].endRow();
                for (int c = 0; c < controls; c++) {
                    noise[chunk].add(c, NegativeBinomial.count(size * CONTROL_RATE / controls, random.uniform()));
                }
                noise[chunk].endRow();
            }
        });
        return new SimulatedCounts(Rows.joined(genes, parameters.genes()), Rows.joined(noise, controls));
    }

    /// Rows that are still growing.
    private static final class Rows {

        private final int[] ends;
        private int rows;
        private int[] index = new int[1024];
        private float[] values = new float[1024];
        private int entries;

        Rows(int rows) {
            ends = new int[rows];
        }

        void add(int column, int count) {
            if (count > 0) {
                if (entries == index.length) {
                    index = Arrays.copyOf(index, entries * 2);
                    values = Arrays.copyOf(values, entries * 2);
                }
                index[entries] = column;
                values[entries++] = count;
            }
        }

        void endRow() {
            ends[rows++] = entries;
        }

        static FloatCsrMatrix joined(Rows[] chunks, int columns) {
            int rows = Arrays.stream(chunks).mapToInt(chunk -> chunk.rows).sum();
            int entries = Math.toIntExact(
                    Arrays.stream(chunks).mapToLong(chunk -> chunk.entries).sum());
            int[] rowStart = new int[rows + 1];
            int[] index = new int[entries];
            float[] values = new float[entries];
            int row = 0;
            int start = 0;
            for (Rows chunk : chunks) {
                System.arraycopy(chunk.index, 0, index, start, chunk.entries);
                System.arraycopy(chunk.values, 0, values, start, chunk.entries);
                for (int end : chunk.ends) {
                    rowStart[++row] = start + end;
                }
                start += chunk.entries;
            }
            return new FloatCsrMatrix(rows, columns, rowStart, index, values);
        }
    }
}
