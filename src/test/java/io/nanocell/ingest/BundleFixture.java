package io.nanocell.ingest;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/// A sound little bundle of three cells and three features; a test breaks one thing of it.
public final class BundleFixture {

    public Object data = new int[] {1, 2, 3, 4};
    public Object indices = new long[] {0, 1, 2, 0};
    public Object indptr = new long[] {0, 2, 3, 4};
    public Object shape = new int[] {3, 3};
    public String[] barcodes = {"a-1", "b-1", "c-1"};
    public String[] ids = {"ENSG00000000001", "ENSG00000000002", "NegControlProbe_00001"};
    public String[] names = {"GA", "GB", "NegControlProbe_00001"};
    public String[] types = {"Gene Expression", "Gene Expression", "Negative Control Probe"};
    public String cells = "cell_id,x_centroid,y_centroid\na-1,1,2\nb-1,3,4\nc-1,5,6\n";
    public final Map<BundleRole, String> others = new EnumMap<>(BundleRole.class);

    /// Writes the files under their official names.
    public Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (WritableHdfFile hdf = HdfFile.write(folder.resolve("cell_feature_matrix.h5"))) {
            WritableGroup matrix = hdf.putGroup("matrix");
            matrix.putDataset("data", data);
            matrix.putDataset("indices", indices);
            matrix.putDataset("indptr", indptr);
            matrix.putDataset("shape", shape);
            matrix.putDataset("barcodes", barcodes);
            WritableGroup features = matrix.putGroup("features");
            features.putDataset("id", ids);
            features.putDataset("name", names);
            features.putDataset("feature_type", types);
        }
        Files.writeString(folder.resolve("cells.csv"), cells);
        for (var other : others.entrySet()) {
            Files.writeString(folder.resolve(other.getKey().officialNames().getFirst()), other.getValue());
        }
        return folder;
    }

    XeniumSection read(Path folder) throws IOException {
        return XeniumReader.read(XeniumBundle.inFolder(write(folder)));
    }
}
