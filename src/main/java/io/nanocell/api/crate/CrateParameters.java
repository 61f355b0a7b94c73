package io.nanocell.api.crate;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Puts the parameters of a run into a crate: for each the slot (`FormalParameter`) and what it was set to
/// (`PropertyValue`, its `exampleOfWork`). Nested ones carry the dotted names that error messages use
/// (`hsnmf.rank`); one that is `null` has no value and is left out.
final class CrateParameters {

    private final CrateGraph graph;
    private final List<String> slots = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    CrateParameters(CrateGraph graph) {
        this.graph = graph;
    }

    /// @return ids of the slots
    List<String> slots() {
        return List.copyOf(slots);
    }

    /// @return ids of the values, one for each slot and in the same order
    List<String> values() {
        return List.copyOf(values);
    }

    /// @param prefix of the members' names: empty, or a parent's name with a dot at its end
    /// @param members an object; its objects are entered, all else is a value
    void addAll(String prefix, JsonNode members) {
        members.properties().forEach(member -> {
            String name = prefix + member.getKey();
            if (member.getValue().isObject()) {
                addAll(name + ".", member.getValue());
            } else if (!member.getValue().isNull()) {
                add(name, member.getValue());
            }
        });
    }

    /// @param value anything but an object or `null`
    void add(String name, JsonNode value) {
        JsonNode sample = value.isArray() && !value.isEmpty() ? value.get(0) : value;
        String slot = graph.add(new CrateEntity("#input/" + name, "FormalParameter")
                .with("name", name)
                .with("additionalType", type(sample))
                .with("multipleValues", value.isArray() ? true : null));
        slots.add(slot);
        values.add(valueOf("#parameter/" + name, name, value, slot));
    }

    private String valueOf(String id, String name, JsonNode value, String slot) {
        return graph.add(
                entity(id, name).link("exampleOfWork", slot).with("value", value.isArray() ? items(id, value) : value));
    }

    /// A crate is flat, so an object within a list (a marker set) becomes an entity of its own.
    private List<Object> items(String id, JsonNode list) {
        List<Object> items = new ArrayList<>();
        for (JsonNode item : list) {
            items.add(item.isObject() ? CrateEntity.reference(dictionary(id + "/" + (items.size() + 1), item)) : item);
        }
        return items;
    }

    private String dictionary(String id, JsonNode object) {
        List<String> members = new ArrayList<>();
        object.properties().forEach(member -> {
            JsonNode value = member.getValue();
            String memberId = id + "/" + member.getKey();
            if (!value.isNull()) {
                members.add(graph.add(entity(memberId, member.getKey())
                        .with("value", value.isArray() ? items(memberId, value) : value)));
            }
        });
        return graph.add(entity(id, id.substring("#parameter/".length())).links("value", members));
    }

    private static CrateEntity entity(String id, String name) {
        return new CrateEntity(id, "PropertyValue").with("name", name);
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case BOOLEAN -> "Boolean";
            case NUMBER -> value.isIntegralNumber() ? "Integer" : "Float";
            case OBJECT -> "PropertyValue";
            default -> "Text";
        };
    }
}
