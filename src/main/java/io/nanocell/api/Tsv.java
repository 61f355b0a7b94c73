package io.nanocell.api;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Tables with tabs, as IANA registered them: no quotes, a value has neither tab nor line end. What is missing is
/// empty.
final class Tsv {

    static final String MEDIA_TYPE = "text/tab-separated-values";

    private final StringBuilder text = new StringBuilder();

    Tsv(String... columns) {
        line(Arrays.asList(columns));
    }

    Tsv line(List<? extends @Nullable Object> values) {
        text.append(values.stream().map(Tsv::cell).collect(Collectors.joining("\t")))
                .append('\n');
        return this;
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list -> list.stream().map(Tsv::cell).collect(Collectors.joining(" "));
            default -> value.toString().replaceAll("[\\t\\r\\n]+", " ");
        };
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
