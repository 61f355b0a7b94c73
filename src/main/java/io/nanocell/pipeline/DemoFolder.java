package io.nanocell.pipeline;

import io.nanocell.results.DataDirectory;
import io.nanocell.simulation.SimulatedSection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/// Files for those who try the service out: `demo/section` and `demo/section.zip` in the data directory, for uploads of
/// their own. `demo` is the import root of the demo, see `application-demo.yaml`.
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoFolder {

    private static final String NAME = "demo";
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("matrix", "cell_feature_matrix.h5");
        FILES.put("cells", "cells.parquet");
        FILES.put("experiment", "experiment.xenium");
        FILES.put("panel", "gene_panel.json");
    }

    private final Path folder;

    DemoFolder(@Value("${nanocell.data-dir}") Path data) {
        folder = data.resolve(NAME);
    }

    /// An import root has to be there when the service starts.
    @Bean
    static BeanFactoryPostProcessor demoImportRoot(Environment environment) {
        return _ -> {
            try {
                Path data = Path.of(environment.getRequiredProperty("nanocell.data-dir"));
                Files.createDirectories(DataDirectory.createForOwner(data).resolve(NAME));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    /// Writes the section as folder and as archive.
    void keep(Simulations simulations, SimulatedSection section) {
        Path bundle = folder.resolve("section");
        simulations.write(section, bundle);
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("section.zip")))) {
            for (String name : FILES.values()) {
                zip.putNextEntry(new ZipEntry("section/" + name));
                Files.copy(bundle.resolve(name), zip);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return copies of the files in a spool folder, by the part they are uploaded as
    Map<String, Path> copyTo(Path spool) {
        Map<String, Path> copies = new LinkedHashMap<>();
        FILES.forEach((part, name) -> {
            try {
                copies.put(
                        part,
                        Files.copy(
                                folder.resolve("section").resolve(name),
                                spool.resolve(name),
                                StandardCopyOption.REPLACE_EXISTING));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return copies;
    }
}
