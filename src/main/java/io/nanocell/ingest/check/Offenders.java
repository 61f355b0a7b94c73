package io.nanocell.ingest.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The first three things that offend against one rule, and how many there are in all.
public final class Offenders {

    private static final int SHOWN = 3;
    private static final int SHOWN_CHARACTERS = 48;

    private final List<String> first = new ArrayList<>(SHOWN);
    private long count;

    /// @param description asked only for those that are shown
    public void add(Supplier<String> description) {
        count++;
        if (first.size() < SHOWN) {
            String text = description.get();
            first.add(text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS - 1) + "…");
        }
    }

    /// Takes over what another part of the same file found; parts must be added in file order.
    public void addAll(Offenders later) {
        count += later.count;
        later.first.stream().limit(SHOWN - (long) first.size()).forEach(first::add);
    }

    public boolean isEmpty() {
        return count == 0;
    }

    public long count() {
        return count;
    }

    /// @return "a, b, c, … (17 in all)"
    @Override
    public String toString() {
        return String.join(", ", first) + (count > first.size() ? ", … (%d in all)".formatted(count) : "");
    }
}
