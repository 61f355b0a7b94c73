package io.nanocell.ingest;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// Real files that lie beside a developer's checkout; without them the tests that need them are skipped.
final class Samples {

    private static final Path FOLDER = Path.of("../shared/samples");

    private Samples() {}

    static XeniumBundle sixCells() {
        return bundle("xenium-six-cells", "experiment.xenium", "gene_panel.first2targets.json");
    }

    static XeniumBundle boneMarrow() {
        return bundle("xenium-human-bone-marrow", "none", "none");
    }

    static Path folder(String name) {
        Path folder = FOLDER.resolve(name);
        assumeTrue(Files.exists(folder), folder + " is not there");
        return folder;
    }

    private static XeniumBundle bundle(String name, String experiment, String panel) {
        Path folder = folder(name);
        Map<BundleRole, BundleFile> files = new EnumMap<>(BundleRole.class);
        files.put(BundleRole.MATRIX, BundleFile.of(folder.resolve("cell_feature_matrix.h5")));
        files.put(BundleRole.CELLS, BundleFile.of(folder.resolve("cells.csv.gz")));
        if (Files.exists(folder.resolve(experiment))) {
            files.put(BundleRole.EXPERIMENT, BundleFile.of(folder.resolve(experiment)));
        }
        if (Files.exists(folder.resolve(panel))) {
            files.put(BundleRole.PANEL, BundleFile.of(folder.resolve(panel)));
        }
        return new XeniumBundle(files);
    }
}
