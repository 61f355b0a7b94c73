package io.nanocell.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// Tab-separated golden values below `src/test/resources/golden`; the first line says what made them.
public final class GoldenTable {

    private GoldenTable() {}

    public static List<String[]> rows(String path) {
        try (InputStream in = Objects.requireNonNull(GoldenTable.class.getResourceAsStream("/golden/" + path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(path, e);
        }
    }

    public static List<double[]> numbers(String path) {
        return rows(path).stream()
                .map(row -> Arrays.stream(row).mapToDouble(Double::parseDouble).toArray())
                .toList();
    }
}
