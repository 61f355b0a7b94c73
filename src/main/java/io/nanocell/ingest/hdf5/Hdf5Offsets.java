package io.nanocell.ingest.hdf5;

import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.ingest.check.Offenders;
import io.nanocell.ingest.check.Violations;

/// Where the rows of a compressed matrix begin: its `indptr`.
final class Hdf5Offsets {

    private static final long MAX_LENGTH = 50_000_001;

    private Hdf5Offsets() {}

    /// @return as many offsets as rows and one more, from 0 to `entries`, never falling
    /// @throws MalformedBundleException if they are not such
    static int[] read(Hdf5Tree tree, String path, int rows, int entries) {
        Hdf5Array indptr = tree.array(path, MAX_LENGTH);
        requireLength(tree, path, indptr.length(), rows + 1);
        int[] starts = Hdf5Numbers.of(indptr).wholeNumbersBelow(entries + 1L);
        var violations = new Violations();
        if (starts[0] != 0 || starts[rows] != entries) {
            violations.add(
                    tree.file(),
                    path,
                    "runs from %d to %d over %d entries".formatted(starts[0], starts[rows], entries),
                    "offsets run from 0 to the number of entries");
        }
        var falling = new Offenders();
        for (int row = 0; row < rows; row++) {
            int from = starts[row];
            int to = starts[row + 1];
            if (to < from) {
                falling.add(() -> "%d after %d".formatted(to, from));
            }
        }
        violations.add(tree.file(), path, falling, "offsets never fall");
        violations.throwIfAny();
        return starts;
    }

    /// @throws MalformedBundleException if they differ
    static void requireLength(Hdf5Tree tree, String path, int found, int expected) {
        if (found != expected) {
            throw Violations.malformed(
                    tree.file(),
                    path,
                    "%d elements where %d are expected".formatted(found, expected),
                    "the lengths of the file's arrays contradict each other: write the file again");
        }
    }
}
