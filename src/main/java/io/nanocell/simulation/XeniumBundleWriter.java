package io.nanocell.simulation;

import io.nanocell.ingest.XeniumBundle;
import io.nanocell.ingest.XeniumReader;
import io.nanocell.ingest.XeniumSection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// Writes a simulated section as Xenium Onboard Analysis would: `cell_feature_matrix.h5`, `cells.parquet`,
/// `experiment.xenium`, `gene_panel.json`, and beside them the truth: `truth.csv` (one row per cell) and
/// `niches.csv` (one row per planted type of a niche).
///
/// What was written is read back and compared, because a file that only looks right would be the worst of
/// fixtures.
public final class XeniumBundleWriter {

    private XeniumBundleWriter() {}

    /// @param folder made if it is not there; files of these names are replaced
    /// @return the bundle
    /// @throws IllegalStateException if a file does not hold what was to be written
    public static XeniumBundle write(SimulatedSection simulated, Path folder) {
        try {
            Files.createDirectories(folder);
            XeniumSection section = simulated.section();
            MatrixWriter.write(section, folder.resolve("cell_feature_matrix.h5"));
            CellTableWriter.write(section, folder.resolve("cells.parquet"));
            MetadataWriter.write(simulated, folder);
            TruthWriter.write(simulated, folder);
            XeniumBundle bundle = XeniumBundle.inFolder(folder);
            compare(section, XeniumReader.read(bundle), folder);
            return bundle;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compare(XeniumSection written, XeniumSection read, Path folder) {
        boolean equal = written.cellIds().equals(read.cellIds())
                && Arrays.equals(written.x(), read.x())
                && Arrays.equals(written.y(), read.y())
                && written.geneIds().equals(read.geneIds())
                && written.genes().equals(read.genes())
                && Arrays.equals(written.counts().rowStart(), read.counts().rowStart())
                && Arrays.equals(written.counts().columnIndex(), read.counts().columnIndex())
                && Arrays.equals(written.counts().values(), read.counts().values())
                && written.controlNames().equals(read.controlNames())
                && Arrays.equals(
                        written.controls().columnIndex(), read.controls().columnIndex())
                && Arrays.equals(written.controls().values(), read.controls().values())
                && read.notices().isEmpty();
        if (!equal) {
            throw new IllegalStateException("the bundle in " + folder + " does not hold what was written");
        }
    }
}
