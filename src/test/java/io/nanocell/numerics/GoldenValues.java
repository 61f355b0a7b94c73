package io.nanocell.numerics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Reads `golden/<algorithm>/<name>.tsv`: comment lines start with `#`, the others hold the numbers of one row.
public record GoldenValues(String algorithm) {

    public double[][] rows(String name) {
        String path = "/golden/%s/%s.tsv".formatted(algorithm, name);
        try (InputStream in = Objects.requireNonNull(GoldenValues.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arrays.stream(line.split("\t"))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DenseMatrix dense(String name) {
        return DenseMatrix.ofRows(rows(name));
    }

    /// One column of a table.
    public double[] column(String name, int column) {
        return Arrays.stream(rows(name)).mapToDouble(row -> row[column]).toArray();
    }

    /// A symmetric n × n matrix from row, column and value of its upper triangle.
    public CsrMatrix symmetric(String name, int n) {
        List<double[]> entries = new ArrayList<>();
        for (double[] e : rows(name)) {
            entries.add(e);
            entries.add(new double[] {e[1], e[0], e[2]});
        }
        entries.sort((a, b) -> a[0] != b[0] ? Double.compare(a[0], b[0]) : Double.compare(a[1], b[1]));
        int[] rowStart = new int[n + 1];
        entries.forEach(e -> rowStart[(int) e[0] + 1]++);
        for (int i = 0; i < n; i++) {
            rowStart[i + 1] += rowStart[i];
        }
        return new CsrMatrix(
                n,
                n,
                rowStart,
                entries.stream().mapToInt(e -> (int) e[1]).toArray(),
                entries.stream().mapToDouble(e -> e[2]).toArray());
    }

    /// The non-zeros of a dense table.
    public FloatCsrMatrix sparse(String name) {
        double[][] rows = rows(name);
        int[] rowStart = new int[rows.length + 1];
        List<Integer> columns = new ArrayList<>();
        List<Float> values = new ArrayList<>();
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                if (rows[r][c] != 0) {
                    columns.add(c);
                    values.add((float) rows[r][c]);
                }
            }
            rowStart[r + 1] = columns.size();
        }
        float[] v = new float[values.size()];
        for (int i = 0; i < v.length; i++) {
            v[i] = values.get(i);
        }
        return new FloatCsrMatrix(
                rows.length,
                rows[0].length,
                rowStart,
                columns.stream().mapToInt(i -> i).toArray(),
                v);
    }
}
