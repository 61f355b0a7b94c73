package io.nanocell.api;

import java.util.List;
import org.springframework.data.domain.Page;

/// A part of a list, and which one.
record PageView<T>(List<T> content, PageInfo page) {

    static <T> PageView<T> of(Page<T> page) {
        return new PageView<>(
                page.getContent(),
                new PageInfo(page.getNumber(), page.getSize(), page.getTotalElements(), page.getTotalPages()));
    }

    /// @param number from 0
    record PageInfo(int number, int size, long totalElements, int totalPages) {}
}
