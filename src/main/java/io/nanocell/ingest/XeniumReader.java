package io.nanocell.ingest;

import io.nanocell.ingest.cells.CellIds;
import io.nanocell.ingest.cells.CellTable;
import io.nanocell.ingest.cells.Centroids;
import io.nanocell.ingest.check.FileKind;
import io.nanocell.ingest.check.Violations;
import io.nanocell.ingest.csv.CellTableCsv;
import io.nanocell.ingest.csv.GroupsCsv;
import io.nanocell.ingest.hdf5.AnnDataFile;
import io.nanocell.ingest.hdf5.FeatureMatrixFile;
import io.nanocell.ingest.matrix.FeatureMatrix;
import io.nanocell.ingest.matrix.MatrixFields;
import io.nanocell.ingest.matrix.SplitCounts;
import io.nanocell.ingest.metadata.MetadataFiles;
import io.nanocell.ingest.metadata.SectionMetadata;
import io.nanocell.ingest.parquet.CellTableParquet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a bundle of Xenium Onboard Analysis 1–4, or AnnData in the place of its matrix. What a file is, is decided
/// by its content.
///
/// The matrix is read in one pass, 8 bytes per entry; the cell table is streamed. Source: 10x Genomics,
/// "Understanding Xenium Outputs".
public final class XeniumReader {

    private XeniumReader() {}

    /// @throws MalformedBundleException if the files break a rule of their formats or do not belong together,
    /// with every violation that was found
    public static XeniumSection read(XeniumBundle bundle) {
        BundleFile matrixFile = bundle.needed(BundleRole.MATRIX);
        List<Notice> notices = new ArrayList<>();
        FeatureMatrix matrix;
        CellTable table;
        MatrixFields fields = MatrixFields.OF_10X;
        if (isAnnData(matrixFile)) {
            AnnDataFile.Section found = AnnDataFile.read(matrixFile);
            matrix = found.matrix();
            fields = new MatrixFields("obs", found.counts(), "var/feature_types");
            table = cells(bundle, matrix.cells(), found.cells());
            notices.add(annData(matrixFile, found, bundle.file(BundleRole.CELLS)));
        } else {
            matrix = matrix(matrixFile);
            table = cells(bundle, matrix.cells(), null);
        }
        String tableName = bundle.file(BundleRole.CELLS).orElse(matrixFile).name();
        CellIds ids = new CellIds(matrix.cellIds(), matrixFile.name(), fields.cells());
        Centroids centroids = Centroids.of(table, tableName, ids);
        var groups = bundle.file(BundleRole.CLUSTERS)
                .map(file -> GroupsCsv.read(textFile(file), ids))
                .orElse(null);
        SplitCounts split = SplitCounts.of(matrix, matrixFile.name(), fields);
        if (split.genes().isEmpty()) {
            throw Violations.malformed(
                    matrixFile.name(),
                    fields.types(),
                    "no feature is of type \"Gene Expression\"",
                    "send a matrix that holds gene counts");
        }
        SectionMetadata metadata = SectionMetadata.of(
                split.geneIds(),
                split.genes(),
                matrix.cells(),
                bundle.file(BundleRole.EXPERIMENT)
                        .map(MetadataFiles::experiment)
                        .orElse(null),
                bundle.file(BundleRole.PANEL).map(MetadataFiles::panel).orElse(null));
        notices.addAll(metadata.notices());
        return new XeniumSection(
                List.of(matrix.cellIds()),
                centroids.x(),
                centroids.y(),
                List.copyOf(split.geneIds()),
                List.copyOf(split.genes()),
                split.counts(),
                List.copyOf(split.controlNames()),
                split.controls(),
                split.otherFeatures(),
                metadata.species(),
                metadata.panelName(),
                groups,
                List.copyOf(notices));
    }

    /// Reads the matrix's header and the cells' places only: a second for a million cells. Of AnnData the counts too,
    /// as they tell which matrix holds them, but keeps none.
    ///
    /// @throws MalformedBundleException if the files cannot be read
    public static SectionSize size(XeniumBundle bundle) {
        BundleFile matrixFile = bundle.needed(BundleRole.MATRIX);
        FeatureMatrixFile.Size matrix;
        CellTable cells;
        if (isAnnData(matrixFile)) {
            AnnDataFile.Extent extent = AnnDataFile.size(matrixFile);
            matrix = extent.size();
            cells = cells(bundle, matrix.cells(), extent.cells());
        } else {
            matrix = FeatureMatrixFile.size(matrixFile);
            cells = cells(bundle, matrix.cells(), null);
        }
        double[] x = new double[cells.size()];
        double[] y = new double[cells.size()];
        for (int row = 0; row < x.length; row++) {
            x[row] = cells.x(row);
            y[row] = cells.y(row);
        }
        return new SectionSize(matrix.cells(), matrix.features(), matrix.entries(), x, y);
    }

    private static boolean isAnnData(BundleFile file) {
        return kind(file) == FileKind.HDF5 && AnnDataFile.is(file);
    }

    /// The file does not tell its unit, and of several matrices one was chosen: whoever reads the result should know.
    private static Notice annData(BundleFile file, AnnDataFile.Section found, Optional<BundleFile> table) {
        String centroids = table.map(BundleFile::name).orElse(String.valueOf(found.centroids()));
        return new Notice(
                "ANNDATA",
                "%s is AnnData: its counts are those of %s, its centroids those of %s, taken as µm."
                        .formatted(file.name(), found.counts(), centroids));
    }

    /// @param own what the matrix's file tells of the cells; a table beside it goes first
    private static CellTable cells(XeniumBundle bundle, int cells, @Nullable CellTable own) {
        var file = bundle.file(BundleRole.CELLS);
        if (file.isPresent()) {
            return cells(file.get(), cells);
        }
        if (own != null) {
            return own;
        }
        String matrix = bundle.needed(BundleRole.MATRIX).name();
        throw Violations.malformed(
                matrix,
                BundleRole.CELLS.part(),
                "no cell table beside it and, if it is AnnData, no obsm[\"spatial\"] in it",
                "send %s too, with cell_id, x_centroid and y_centroid in µm"
                        .formatted(String.join(" or ", BundleRole.CELLS.officialNames())));
    }

    private static FeatureMatrix matrix(BundleFile file) {
        return switch (kind(file)) {
            case HDF5 -> FeatureMatrixFile.read(file);
            case ZIP, GZIP ->
                throw Violations.one(
                        Violations.UNSUPPORTED,
                        file.name(),
                        BundleRole.MATRIX.part(),
                        "is an archive: Zarr and MEX matrices are not read",
                        "send cell_feature_matrix.h5 of the same bundle");
            default ->
                throw Violations.malformed(
                        file.name(),
                        BundleRole.MATRIX.part(),
                        "is no HDF5 file",
                        "send cell_feature_matrix.h5 as Xenium Onboard Analysis wrote it");
        };
    }

    private static CellTable cells(BundleFile file, int cells) {
        long maxRows = 2L * cells + 100_000; // up to here strangers are named one by one
        return kind(file) == FileKind.PARQUET
                ? CellTableParquet.read(file, maxRows)
                : CellTableCsv.read(textFile(file), maxRows);
    }

    private static BundleFile textFile(BundleFile file) {
        FileKind kind = kind(file);
        if (kind == FileKind.OTHER || kind == FileKind.GZIP) {
            return file;
        }
        throw Violations.one(
                Violations.UNSUPPORTED,
                file.name(),
                "content",
                "is a file of kind " + kind,
                "send a comma-separated table, gzipped or not; cells may also be cells.parquet");
    }

    private static FileKind kind(BundleFile file) {
        try {
            FileKind kind = FileKind.of(file.path());
            if (kind == FileKind.EMPTY) {
                throw Violations.malformed(file.name(), "content", "the file is empty", "upload the file again");
            }
            return kind;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
