package io.nanocell.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The entities of a crate by id, as a reader of the JSON finds them.
final class ParsedCrate {

    private final Map<String, JsonNode> entities = new LinkedHashMap<>();

    ParsedCrate(JsonNode document) {
        for (JsonNode entity : document.path("@graph")) {
            assertThat(entity.path("@type").asString()).isNotBlank();
            assertThat(entities.put(entity.path("@id").asString(), entity))
                    .as("twice")
                    .isNull();
        }
    }

    JsonNode get(String id) {
        JsonNode entity = entities.get(id);
        if (entity == null) {
            throw new AssertionError("%s is not among %s".formatted(id, entities.keySet()));
        }
        return entity;
    }

    String text(String id, String member) {
        return get(id).path(member).asString();
    }

    /// @return what the member of the entity refers to
    String target(String id, String member) {
        return get(id).path(member).path("@id").asString();
    }

    List<String> targets(String id, String member) {
        JsonNode value = get(id).path(member);
        return (value.isArray() ? value.valueStream() : Stream.of(value))
                .map(reference -> reference.path("@id").asString())
                .toList();
    }

    List<String> texts(String id, String member) {
        return get(id).path(member).valueStream().map(JsonNode::asString).toList();
    }

    List<String> ids() {
        return List.copyOf(entities.keySet());
    }

    Stream<JsonNode> ofType(String type) {
        return entities.values().stream().filter(e -> e.path("@type").asString().equals(type));
    }

    /// What `{"@id": …}` names is in the crate, or elsewhere under an absolute URI; and a crate is flat.
    void resolves() {
        List<String> names = new ArrayList<>();
        entities.values()
                .forEach(entity -> entity.properties().forEach(member -> {
                    var value = member.getValue();
                    for (JsonNode item : value.isArray() ? value : List.of(value)) {
                        if (item.isObject()) {
                            assertThat(item.propertyNames()).containsExactly("@id");
                            names.add(item.path("@id").asString());
                        }
                    }
                }));
        assertThat(names)
                .hasSizeGreaterThan(10)
                .allMatch(name -> entities.containsKey(name) || name.matches("https?://.+"));
        assertThat(ids()).allMatch(id -> URI.create(id).toString().equals(id));
    }
}
