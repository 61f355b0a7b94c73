package io.nanocell.results;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;

/// Keeps the order of lists to properties that exist, and makes it total, so that no row shows up on two pages.
final class Sorting {

    private Sorting() {}

    /// @throws RequestRejected `invalid-parameters` (422) naming an unknown property and listing the known ones
    static void requireKnown(Sort sort, Set<String> known) {
        for (Sort.Order order : sort) {
            if (!known.contains(order.getProperty())) {
                String remedy = "sort by one of " + String.join(", ", new TreeSet<>(known));
                throw new RequestRejected(
                        "invalid-parameters",
                        422,
                        "Lists cannot be sorted by " + order.getProperty(),
                        List.of(new ProblemViolation(null, "sort", order.getProperty(), remedy)));
            }
        }
    }

    /// @return the same page, newest first where nothing is asked for, ties by id
    static Pageable total(Pageable page, Set<String> known) {
        requireKnown(page.getSort(), known);
        Sort sort = page.getSort().isSorted() ? page.getSort() : Sort.by(Sort.Direction.DESC, "createdAt");
        if (sort.getOrderFor("id") == null) {
            sort = sort.and(Sort.by("id"));
        }
        return page.isPaged() ? PageRequest.of(page.getPageNumber(), page.getPageSize(), sort) : Pageable.unpaged(sort);
    }
}
