package io.nanocell.simulation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// Reads back from `truth.csv` which niche each cell of a synthetic section was planted in.
///
/// @param nicheOfCell a number per cell, in the order of the matrix; numbers are given in order of appearance
/// @param niches how many there are
public record PlantedNiches(int[] nicheOfCell, int niches) {

    /// @param folder that [XeniumBundleWriter] wrote to
    /// @throws IllegalArgumentException if there is no truth in it
    public static PlantedNiches in(Path folder) {
        Path truth = folder.resolve("truth.csv");
        if (Files.notExists(truth)) {
            throw new IllegalArgumentException(truth + " is missing: this is no synthetic section");
        }
        Map<String, Integer> numbers = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(truth)) {
            int[] niches = lines.lines()
                    .skip(1)
                    .mapToInt(line -> numbers.computeIfAbsent(lastField(line), _ -> numbers.size()))
                    .toArray();
            return new PlantedNiches(niches, numbers.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Quoted or not: names are only compared.
    private static String lastField(String line) {
        return line.substring(line.lastIndexOf(line.endsWith("\"") ? ",\"" : ",") + 1);
    }
}
