package io.nanocell.ingest.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.nanocell.ingest.check.Violations;
import org.jspecify.annotations.Nullable;

/// Finds data sets by path, one step at a time. A link is refused: it can lead in circles or into another file.
///
/// @param file shown in messages
/// @param root the file's root group
record Hdf5Tree(String file, Group root) {

    private static final String REMEDY =
            "write the layout of Cell Ranger and Xenium Onboard Analysis: a group `matrix` "
                    + "with data, indices, indptr, shape, barcodes and features";

    boolean has(String path) {
        return find(path) != null;
    }

    Hdf5Array array(String path, long maxLength) {
        return switch (find(path)) {
            case Dataset dataset -> Hdf5Array.of(file, path, dataset, maxLength);
            case null -> throw Violations.malformed(file, path, "missing", REMEDY);
            default -> throw Violations.malformed(file, path, "is a group, not a data set", REMEDY);
        };
    }

    private @Nullable Node find(String path) {
        Node node = root;
        for (String name : path.split("/", -1)) {
            if (!(node instanceof Group group)) {
                return null;
            }
            Node child = Hdf5Call.<@Nullable Node>read(
                    file, path, () -> group.getChildren().get(name));
            if (child == null) {
                return null;
            }
            if (child.isLink()) {
                throw Violations.malformed(file, path, "is a link", "write the data themselves into the file");
            }
            node = child;
        }
        return node;
    }
}
