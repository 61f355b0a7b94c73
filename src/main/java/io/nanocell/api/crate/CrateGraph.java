package io.nanocell.api.crate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The entities of a crate in the order in which they were added; no two have the same id.
final class CrateGraph {

    private final Map<String, CrateEntity> entities = new LinkedHashMap<>();

    /// @return the entity's id
    /// @throws IllegalArgumentException if another entity has this id
    String add(CrateEntity entity) {
        if (entities.putIfAbsent(entity.id(), entity) != null) {
            throw new IllegalArgumentException("two entities are called " + entity.id());
        }
        return entity.id();
    }

    /// For names that callers and sources choose, which may repeat.
    ///
    /// @return `id` itself, or with the first of the endings -2, -3, … that is free
    String free(String id) {
        String candidate = id;
        for (int n = 2; entities.containsKey(candidate); n++) {
            candidate = id + "-" + n;
        }
        return candidate;
    }

    List<Map<String, Object>> members() {
        return entities.values().stream().map(CrateEntity::members).toList();
    }
}
