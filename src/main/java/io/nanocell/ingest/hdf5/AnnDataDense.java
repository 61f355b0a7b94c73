package io.nanocell.ingest.hdf5;

import io.nanocell.ingest.check.Offenders;
import io.nanocell.ingest.check.Violations;
import io.nanocell.ingest.matrix.FeatureMatrix;
import io.nanocell.ingest.matrix.FeatureTable;

/// A dense matrix. It is read twice: to count what is not zero, then to keep it.
record AnnDataDense(Hdf5Table table) implements AnnDataCounts {

    @Override
    public boolean areCounts() {
        boolean[] all = {true};
        table.forEachRow((_, values) -> {
            for (double value : values) {
                all[0] &= isCount(value);
            }
        });
        return all[0];
    }

    private static boolean isCount(double value) {
        return value >= 0 && value <= FeatureMatrix.MAX_COUNT && value == Math.rint(value);
    }

    @Override
    public FeatureMatrixFile.Size size() {
        return new FeatureMatrixFile.Size(
                table.columns(), table.rows(), Math.toIntExact(Math.min(MAX_ENTRIES, entries())));
    }

    private long entries() {
        long[] entries = new long[1];
        table.forEachRow((_, values) -> {
            for (double value : values) {
                entries[0] += value == 0 ? 0 : 1;
            }
        });
        return entries[0];
    }

    @Override
    public FeatureMatrix read(String[] ids, FeatureTable features) {
        AnnDataCounts.requireShape(table.file(), table.field(), table.rows(), table.columns(), ids, features);
        long entries = entries();
        AnnDataCounts.requireMemory(table.file(), table.field(), entries);
        int[] rowStart = new int[ids.length + 1];
        int[] feature = new int[(int) entries];
        float[] counts = new float[(int) entries];
        var wrong = new Offenders();
        table.forEachRow((row, values) -> {
            int at = rowStart[row];
            for (int f = 0; f < values.length; f++) {
                double value = values[f];
                if (value != 0) {
                    if (!isCount(value)) {
                        wrong.add(() -> "cell %s: %s".formatted(ids[row], value));
                    }
                    feature[at] = f;
                    counts[at++] = (float) value;
                }
            }
            rowStart[row + 1] = at;
        });
        var violations = new Violations();
        violations.add(table.file(), table.field(), wrong, "counts are whole numbers from 0 to 16777216");
        violations.throwIfAny();
        return new FeatureMatrix(ids, features, rowStart, feature, counts);
    }
}
