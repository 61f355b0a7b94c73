package io.nanocell.spatial;

import io.nanocell.ingest.FilterReason;
import io.nanocell.ingest.QualityReport;
import io.nanocell.ingest.SpatialDataset;
import io.nanocell.ingest.XeniumSection;
import io.nanocell.numerics.FloatCsrMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// A section with known domains: Voronoi regions of a few seeds, each with its own mixture of cell types, each
/// type with its own marker genes, Poisson counts, log-normalised.
public final class SyntheticTissue {

    private static final double SQUARE_MICRONS_PER_CELL = 130;

    public final SpatialDataset dataset;

    /// Domain of every cell.
    public final int[] domain;

    /// Type of every cell.
    public final int[] type;

    public SyntheticTissue(int cells, int genes, int domains, long seed) {
        var random = new SplittableRandom(seed);
        double extent = Math.sqrt(cells * SQUARE_MICRONS_PER_CELL);
        double[] x = random.doubles(cells, 0, extent).toArray();
        double[] y = random.doubles(cells, 0, extent).toArray();
        int regions = 3 * domains;
        double[] sx = random.doubles(regions, 0, extent).toArray();
        double[] sy = random.doubles(regions, 0, extent).toArray();
        domain = new int[cells];
        type = new int[cells];
        double[][] profile = profiles(domains, genes, random);
        int[] rowStart = new int[cells + 1];
        int[] column = new int[1024];
        float[] value = new float[1024];
        int entries = 0;
        for (int i = 0; i < cells; i++) {
            domain[i] = nearest(x[i], y[i], sx, sy) % domains;
            type[i] = random.nextDouble() < 0.75 ? domain[i] : random.nextInt(domains);
            double depth = 1.2 * Math.exp(0.4 * random.nextGaussian());
            if (entries + genes > column.length) {
                int length = Math.addExact(column.length, Math.max(genes, column.length >> 1));
                column = Arrays.copyOf(column, length);
                value = Arrays.copyOf(value, length);
            }
            int start = entries;
            int total = 0;
            for (int g = 0; g < genes; g++) {
                int count = poisson(depth * profile[type[i]][g], random);
                if (count > 0) {
                    column[entries] = g;
                    value[entries++] = count;
                    total += count;
                }
            }
            for (int e = start; e < entries; e++) {
                value[e] = (float) Math.log1p(value[e] / total * 150);
            }
            rowStart[i + 1] = entries;
        }
        var expression = new FloatCsrMatrix(
                cells, genes, rowStart, Arrays.copyOf(column, entries), Arrays.copyOf(value, entries));
        dataset = dataset(x, y, expression);
    }

    private static double[][] profiles(int types, int genes, SplittableRandom random) {
        double[][] profile = new double[types][genes];
        for (int g = 0; g < genes; g++) {
            double base = 0.15 * Math.exp(1.2 * random.nextGaussian());
            for (int t = 0; t < types; t++) {
                profile[t][g] = base * (random.nextDouble() < 0.12 ? 8 : 0.7);
            }
        }
        return profile;
    }

    private static int nearest(double x, double y, double[] sx, double[] sy) {
        int best = 0;
        for (int s = 1; s < sx.length; s++) {
            if (Math.hypot(x - sx[s], y - sy[s]) < Math.hypot(x - sx[best], y - sy[best])) {
                best = s;
            }
        }
        return best;
    }

    private static int poisson(double mean, SplittableRandom random) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    /// A dataset of these cells and nothing else.
    public static SpatialDataset dataset(double[] x, double[] y, FloatCsrMatrix expression) {
        int cells = expression.rows();
        List<String> genes = IntStream.range(0, expression.columns())
                .mapToObj(g -> "GENE" + g)
                .toList();
        List<String> ids = new ArrayList<>(cells);
        for (int i = 0; i < cells; i++) {
            ids.add("cell-" + i);
        }
        var controls = new FloatCsrMatrix(cells, 0, new int[cells + 1], new int[0], new float[0]);
        var section = new XeniumSection(
                ids, x, y, genes, genes, expression, List.of(), controls, 0, null, null, null, List.of());
        int[] kept = IntStream.range(0, cells).toArray();
        var quality = new QualityReport(cells, cells, genes.size(), 0, 0, 0, 0, Map.of());
        return new SpatialDataset(
                section,
                kept,
                Collections.nCopies(cells, FilterReason.NONE),
                genes,
                x,
                y,
                expression,
                controls,
                quality,
                List.of());
    }
}
