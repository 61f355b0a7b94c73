package io.nanocell.ingest.hdf5;

import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.nanocell.ingest.check.Violations;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// Finds data sets by path, one step at a time. A link is refused: it can lead in circles or into another file.
///
/// @param file shown in messages
/// @param root the file's root group
/// @param remedy what to do where something is missing
record Hdf5Tree(String file, Group root, String remedy) {

    boolean has(String path) {
        return find(path) != null;
    }

    boolean isGroup(String path) {
        return find(path) instanceof Group;
    }

    Hdf5Array array(String path, long maxLength) {
        return Hdf5Array.of(file, path, dataset(path), maxLength);
    }

    Hdf5Table table(String path, int maxRows, int maxColumns) {
        return Hdf5Table.of(file, path, dataset(path), maxRows, maxColumns);
    }

    /// @return the text of an attribute; empty where the node has none of this name, or it is no text
    Optional<String> attribute(String path, String name) {
        return data(path, name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /// @return the whole numbers of an attribute; empty where the node has none of this name, or it holds no others
    List<Long> numbersOf(String path, String name) {
        return switch (data(path, name)) {
            case long[] numbers -> LongStream.of(numbers).boxed().toList();
            case int[] numbers -> IntStream.of(numbers).asLongStream().boxed().toList();
            case null, default -> List.of();
        };
    }

    private @Nullable Object data(String path, String name) {
        Node node = find(path);
        return node == null
                ? null
                : Hdf5Call.<@Nullable Object>read(file, path + "@" + name, () -> {
                    Attribute attribute = node.getAttribute(name);
                    return attribute == null ? null : attribute.getData();
                });
    }

    private Dataset dataset(String path) {
        return switch (find(path)) {
            case Dataset dataset -> dataset;
            case null -> throw Violations.malformed(file, path, "missing", remedy);
            default -> throw Violations.malformed(file, path, "is a group, not a data set", remedy);
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
