package io.nanocell.ingest.hdf5;

import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.ingest.check.Offenders;
import io.nanocell.ingest.check.Violations;
import io.nanocell.ingest.matrix.FeatureMatrix;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Decodes a data set of numbers into primitive arrays, whatever number type it was written with.
///
/// @param array the data set
/// @param kind its number type
record Hdf5Numbers(Hdf5Array array, NumberKind kind) {

    @FunctionalInterface
    private interface Sink {
        /// @return whether the value is allowed
        boolean put(int element, double value);
    }

    /// @throws MalformedBundleException if it holds no numbers
    static Hdf5Numbers of(Hdf5Array array) {
        NumberKind kind = NumberKind.of(array.type())
                .orElseThrow(() -> Violations.malformed(
                        array.file(),
                        array.field(),
                        "holds " + array.type().getClass().getSimpleName(),
                        "write it as integers or floating point numbers"));
        return new Hdf5Numbers(array, kind);
    }

    /// @return every value as a whole number 0 … `below` − 1
    /// @throws MalformedBundleException if a value is none, with the first offenders and their number
    int[] wholeNumbersBelow(long below) {
        int[] values = new int[array.length()];
        Offenders wrong = decode(
                (element, value) -> {
                    values[element] = (int) value;
                    return value >= 0 && value < below && value == (int) value;
                },
                element -> "entry " + element);
        refuse(wrong, "whole numbers from 0 to %d are allowed here".formatted(below - 1));
        return values;
    }

    /// @param place says where an element belongs
    /// @return every value as a count
    /// @throws MalformedBundleException if a value is negative, fractional, not finite or beyond 2²⁴
    float[] counts(IntFunction<String> place) {
        float[] values = new float[array.length()];
        Offenders wrong = decode(
                (element, value) -> {
                    values[element] = (float) value;
                    return isCount(value);
                },
                place);
        refuse(wrong, "counts are whole numbers from 0 to 16777216: upload the raw counts, not normalised values");
        return values;
    }

    /// @return whether every value is a count, as [#counts] asks
    boolean areCounts() {
        return decode((_, value) -> isCount(value), element -> "entry " + element)
                .isEmpty();
    }

    private static boolean isCount(double value) {
        return value >= 0 && value <= FeatureMatrix.MAX_COUNT && value == Math.rint(value);
    }

    /// @return every value as it is
    double[] values() {
        double[] values = new double[array.length()];
        decode(
                (element, value) -> {
                    values[element] = value;
                    return true;
                },
                _ -> "");
        return values;
    }

    /// @return every value written without a decimal point where it is whole: "12"
    String[] texts() {
        String[] values = new String[array.length()];
        decode(
                (element, value) -> {
                    values[element] = value == (long) value ? Long.toString((long) value) : Double.toString(value);
                    return true;
                },
                _ -> "");
        return values;
    }

    private Offenders decode(Sink sink, IntFunction<String> place) {
        Offenders[] found =
                Stream.generate(Offenders::new).limit(array.pieces()).toArray(Offenders[]::new);
        array.forEachPiece((piece, first, count, bytes) -> {
            for (int i = 0; i < count; i++) {
                double value = kind.read(bytes, i);
                int element = first + i;
                if (!sink.put(element, value)) {
                    found[piece].add(() -> "%s: %s".formatted(place.apply(element), shown(value)));
                }
            }
        });
        Offenders all = new Offenders();
        for (Offenders part : found) {
            all.addAll(part);
        }
        return all;
    }

    private void refuse(Offenders wrong, String remedy) {
        Violations violations = new Violations();
        violations.add(array.file(), array.field(), wrong, remedy);
        violations.throwIfAny();
    }

    private static String shown(double value) {
        return value == (long) value ? Long.toString((long) value) : Double.toString(value);
    }
}
