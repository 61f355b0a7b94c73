package io.nanocell.ingest.cells;

import io.nanocell.ingest.check.Offenders;
import io.nanocell.ingest.check.Violations;
import java.util.BitSet;

/// Centroids in the order of the matrix.
///
/// @param x in µm, one per cell
/// @param y in µm, one per cell
public record Centroids(double[] x, double[] y) {

    /// Every cell of the matrix has exactly one row of the table with finite coordinates, and the table has no
    /// other.
    ///
    /// @throws io.nanocell.ingest.MalformedBundleException with one violation for each rule that is broken
    public static Centroids of(CellTable table, String file, CellIds cells) {
        double[] x = new double[cells.size()];
        double[] y = new double[cells.size()];
        BitSet seen = new BitSet(cells.size());
        Offenders unknown = new Offenders();
        Offenders twice = new Offenders();
        Offenders badX = new Offenders();
        Offenders badY = new Offenders();
        for (int r = 0; r < table.size(); r++) {
            int row = r;
            int cell = cells.indexOf(table.id(row));
            if (cell < 0) {
                unknown.add(() -> table.id(row));
                continue;
            }
            if (seen.get(cell)) {
                twice.add(() -> table.id(row));
                continue;
            }
            seen.set(cell);
            x[cell] = finite(table.x(row), table.id(row), badX);
            y[cell] = finite(table.y(row), table.id(row), badY);
        }
        Offenders missing = new Offenders();
        for (int c = seen.nextClearBit(0); c < cells.size(); c = seen.nextClearBit(c + 1)) {
            int cell = c;
            missing.add(() -> cells.id(cell));
        }
        Violations violations = new Violations();
        String sameSection = "send the matrix and the cell table of the same section, complete";
        violations.add(file, "cell_id (in the table, not in the matrix)", unknown, sameSection);
        violations.add(file, "cell_id (in the matrix, not in the table)", missing, sameSection);
        violations.add(file, "cell_id (more than once)", twice, "every cell needs exactly one row");
        violations.add(file, "x_centroid", badX, "every cell needs a finite coordinate in µm");
        violations.add(file, "y_centroid", badY, "every cell needs a finite coordinate in µm");
        violations.throwIfAny();
        return new Centroids(x, y);
    }

    private static double finite(double value, String id, Offenders offenders) {
        if (!Double.isFinite(value)) {
            offenders.add(() -> "cell %s: %s".formatted(id, value));
        }
        return value;
    }
}
