package io.nanocell.api.crate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An entity of an [RoCrate], member by member in the order in which they are to be read. What is not known is
/// left out: JSON-LD takes `null` for "no such member".
final class CrateEntity {

    private static final String ID = "@id";

    private final String id;
    private final Map<String, Object> members = new LinkedHashMap<>();

    /// @param id an absolute URI, or a reference relative to the crate with its special characters escaped
    CrateEntity(String id, String type) {
        this.id = id;
        members.put(ID, id);
        members.put("@type", type);
    }

    String id() {
        return id;
    }

    CrateEntity with(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    CrateEntity link(String name, @Nullable String id) {
        return with(name, id == null ? null : reference(id));
    }

    /// An array, but for a single one the reference alone, as RO-Crate wants it; none leaves the member out.
    CrateEntity links(String name, List<String> ids) {
        return switch (ids.size()) {
            case 0 -> this;
            case 1 -> link(name, ids.getFirst());
            default -> with(name, ids.stream().map(CrateEntity::reference).toList());
        };
    }

    Map<String, Object> members() {
        return Collections.unmodifiableMap(members);
    }

    static Map<String, Object> reference(String id) {
        return Map.of(ID, id);
    }
}
