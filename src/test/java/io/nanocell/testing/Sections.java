package io.nanocell.testing;

import io.nanocell.pipeline.Simulations;
import io.nanocell.simulation.SimulatedSection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A synthetic section as official files below `target`.
///
/// @param simulated the section and the truth about it
/// @param folder with its files
public record Sections(SimulatedSection simulated, Path folder) {

    private static final Map<Integer, Sections> MADE = new LinkedHashMap<>();

    /// @return the section of so many cells, 380 genes and seed 1; made once per JVM
    public static synchronized Sections of(int cells) {
        return MADE.computeIfAbsent(cells, Sections::make);
    }

    private static Sections make(int cells) {
        Simulations simulations = Simulations.withReference("");
        SimulatedSection section = simulations.section(cells, 380, 1);
        Path folder = ServiceFolders.IMPORTS.resolve("section-" + cells);
        simulations.write(section, folder);
        return new Sections(section, folder);
    }

    /// @return the files by the part they are uploaded as
    public Map<String, Path> parts() {
        Map<String, Path> parts = new LinkedHashMap<>();
        parts.put("matrix", folder.resolve("cell_feature_matrix.h5"));
        parts.put("cells", folder.resolve("cells.parquet"));
        parts.put("experiment", folder.resolve("experiment.xenium"));
        parts.put("panel", folder.resolve("gene_panel.json"));
        return parts;
    }

    /// @return the same files in one archive, within a folder as the instrument's software packs them
    public Path zipped() {
        Path archive = ServiceFolders.ROOT.resolve(folder.getFileName() + ".zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            for (Path file : List.copyOf(parts().values())) {
                zip.putNextEntry(new ZipEntry("output-XETG00001/" + file.getFileName()));
                Files.copy(file, zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return archive;
    }

    public String tissue() {
        return simulated.design().tissue();
    }
}
