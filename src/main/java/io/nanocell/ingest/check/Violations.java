package io.nanocell.ingest.check;

import io.nanocell.ingest.MalformedBundleException;
import io.nanocell.ingest.Violation;
import java.util.ArrayList;
import java.util.List;

/// The violations found so far; reading goes on until it makes no sense any more.
public final class Violations {

    public static final String MALFORMED = "malformed-bundle";
    public static final String UNSUPPORTED = "unsupported-file";
    public static final String TOO_LARGE = "too-large";
    public static final String NO_ROOM = "insufficient-storage";

    private static final int SHOWN_CHARACTERS = 200;

    private final List<Violation> found = new ArrayList<>();

    public void add(String file, String field, String value, String remedy) {
        found.add(violation(file, field, value, remedy));
    }

    /// Adds one violation for all offenders, if there are any.
    public void add(String file, String field, Offenders offenders, String remedy) {
        if (!offenders.isEmpty()) {
            add(file, field, offenders.toString(), remedy);
        }
    }

    /// @throws MalformedBundleException "malformed-bundle" if anything was found
    public void throwIfAny() {
        if (!found.isEmpty()) {
            String first = describe(found.getFirst());
            String more = found.size() == 1 ? "" : " (and %d more violations)".formatted(found.size() - 1);
            throw new MalformedBundleException(MALFORMED, first + more, found);
        }
    }

    /// @return an exception for a single violation
    public static MalformedBundleException one(String slug, String file, String field, String value, String remedy) {
        Violation violation = violation(file, field, value, remedy);
        return new MalformedBundleException(slug, describe(violation), List.of(violation));
    }

    /// @return an exception for a single violation of slug "malformed-bundle"
    public static MalformedBundleException malformed(String file, String field, String value, String remedy) {
        return one(MALFORMED, file, field, value, remedy);
    }

    private static Violation violation(String file, String field, String value, String remedy) {
        return new Violation(shortened(file), shortened(field), shortened(value), remedy);
    }

    private static String describe(Violation violation) {
        return "%s, %s: %s".formatted(violation.file(), violation.field(), violation.value());
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS - 1) + "…";
    }
}
