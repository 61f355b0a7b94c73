package io.nanocell.ingest.hdf5;

import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.ingest.check.Violations;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A table of names, `obs` or `var`: a group with a data set per column, one of them its index.
///
/// @param path of the group
record AnnDataFrame(Hdf5Tree tree, String path) {

    private static final int MAX_ROWS = 50_000_000;
    private static final String INDEX = "_index";

    /// @return the name of every row
    /// @throws MalformedBundleException if the table has no index of texts
    String[] index() {
        if (tree.has(path) && !tree.isGroup(path)) {
            throw Violations.one(
                    Violations.UNSUPPORTED,
                    tree.file(),
                    path,
                    "is a compound data set, as anndata before 0.7 wrote it",
                    "read and write it once with a newer anndata");
        }
        String name = tree.attribute(path, INDEX).orElse(INDEX);
        String[] index = column(name);
        if (index == null) {
            throw Violations.malformed(
                    tree.file(), path + "/" + name, "missing", "write the file with anndata, names included");
        }
        return index;
    }

    /// @param names of columns of texts
    /// @param rows number of rows
    /// @return the first of them that is there
    /// @throws MalformedBundleException if it has more or fewer rows
    Optional<String[]> first(List<String> names, int rows) {
        for (String name : names) {
            String[] column = column(name);
            if (column != null) {
                Hdf5Offsets.requireLength(tree, path + "/" + name, column.length, rows);
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /// @return numbers, NaN where a value is missing; empty where there is no such column of numbers
    Optional<double[]> numbers(String name) {
        String at = path + "/" + name;
        if (!tree.has(at) || tree.isGroup(at)) {
            return Optional.empty();
        }
        Hdf5Array array = tree.array(at, MAX_ROWS);
        return NumberKind.of(array.type()).isEmpty()
                ? Optional.empty()
                : Optional.of(Hdf5Numbers.of(array).values());
    }

    private String @Nullable [] column(String name) {
        String at = path + "/" + name;
        if (!tree.has(at)) {
            return null;
        }
        if (!tree.isGroup(at)) {
            return Hdf5Strings.read(tree.array(at, MAX_ROWS));
        }
        return tree.has(at + "/categories")
                ? categorical(at)
                : Hdf5Strings.read(tree.array(at + "/values", MAX_ROWS)); // nullable-string-array
    }

    private String[] categorical(String at) {
        String[] categories = Hdf5Strings.read(tree.array(at + "/categories", MAX_ROWS));
        double[] codes = Hdf5Numbers.of(tree.array(at + "/codes", MAX_ROWS)).values();
        String[] texts = new String[codes.length];
        for (int row = 0; row < codes.length; row++) {
            double code = codes[row];
            if (!(code >= -1 && code < categories.length) || code != Math.rint(code)) {
                throw Violations.malformed(
                        tree.file(),
                        at + "/codes",
                        "row %d has code %s of %d categories".formatted(row, code, categories.length),
                        "write the file again");
            }
            texts[row] = code < 0 ? "" : categories[(int) code];
        }
        return texts;
    }
}
