package io.nanocell.api;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/// Which part of a list is wanted. Values out of range are refused, never silently clamped.
record Paging(
        @Nullable Integer page,
        @Nullable Integer size,
        @Nullable String sort) {

    static final int MAX_SIZE = 200;

    static final int MAX_PAGE = 1_000_000; // times MAX_SIZE it is a row number that fits 32 bits

    /// @param sortable properties that may be named in `sort`
    /// @param standard order where none is asked for
    /// @param tieBreaker unique property that makes any order total, so that no entry is on two pages
    Pageable toPageable(int standardSize, Set<String> sortable, Sort standard, String tieBreaker) {
        int number = inRange("page", Objects.requireNonNullElse(page, 0), 0, MAX_PAGE);
        int entries = inRange("size", Objects.requireNonNullElse(size, standardSize), 1, MAX_SIZE);
        Sort order = sort == null ? standard : parse(sort, sortable);
        return PageRequest.of(
                number, entries, order.getOrderFor(tieBreaker) == null ? order.and(Sort.by(tieBreaker)) : order);
    }

    private static int inRange(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw Rejections.invalid(name, value, "Between %d and %d".formatted(min, max));
        }
        return value;
    }

    private static Sort parse(String sort, Set<String> sortable) {
        String[] parts = sort.split(",", -1);
        String direction = parts.length == 1 ? "asc" : parts[1].toLowerCase(Locale.ROOT);
        if (parts.length > 2
                || !sortable.contains(parts[0])
                || !Set.of("asc", "desc").contains(direction)) {
            throw Rejections.invalid(
                    "sort",
                    sort,
                    "One of %s, optionally with \",asc\" or \",desc\""
                            .formatted(String.join(", ", new TreeSet<>(sortable))));
        }
        return Sort.by(Sort.Direction.fromString(direction), parts[0]);
    }
}
