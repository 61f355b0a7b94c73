package io.nanocell.inference;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// The admissible labels of one question, as the JSON schema that Ollama turns into a grammar, and the check of
/// what came back: a server may be old, or not Ollama at all, so nothing is believed.
///
/// @param labels unique, "Unresolved" the last of them
/// @param enumerated whether the schema lists the labels; false only to measure what a model says without
public record LabelSchema(List<String> labels, boolean enumerated) {

    public static final String UNRESOLVED = "Unresolved";

    /// The reason of an answer that names something else.
    public static final String OFF_LIST = "the answer's label is not on the list";

    private static final int LONGEST_FREE_LABEL = 80; // characters, else a free answer may never end
    private static final ObjectReader STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .reader();

    /// @throws IllegalArgumentException if a label is blank or stands there twice, or "Unresolved" is not the
    /// last: an empty enum makes Ollama answer broken JSON
    public LabelSchema {
        labels = List.copyOf(labels);
        if (labels.isEmpty() || !labels.getLast().equals(UNRESOLVED)) {
            throw new IllegalArgumentException("the last label must be " + UNRESOLVED + ": " + labels);
        }
        if (new LinkedHashSet<>(labels).size() != labels.size()
                || labels.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("labels must be unique and not blank: " + labels);
        }
    }

    /// @param candidates in rank order
    /// @param more further labels of the label space
    static LabelSchema of(List<String> candidates, List<String> more, boolean enumerated) {
        LinkedHashSet<String> unique = new LinkedHashSet<>(candidates);
        unique.addAll(more);
        unique.remove(UNRESOLVED);
        return new LabelSchema(
                Stream.concat(unique.stream(), Stream.of(UNRESOLVED)).toList(), enumerated);
    }

    /// @return the schema, its keys in the same order in every run
    public Map<String, Object> json() {
        Map<String, Object> label = new LinkedHashMap<>();
        label.put("type", "string");
        if (enumerated) {
            label.put("enum", labels);
        } else {
            label.put("maxLength", LONGEST_FREE_LABEL);
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", Map.of("label", label));
        schema.put("required", List.of("label"));
        schema.put("additionalProperties", false);
        return schema;
    }

    /// What an answer says.
    public sealed interface Reading {

        /// One of the labels, letter by letter.
        record Label(String label) implements Reading {}

        /// Not that.
        record Problem(String reason) implements Reading {}
    }

    /// @param answer text of an answer that held when it came
    /// @return its label
    public static Optional<String> labelOf(String answer) {
        try {
            return Optional.ofNullable(STRICT.readTree(answer).path("label").stringValue(null));
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
    }

    /// @param answer the model's text
    public Reading read(String answer) {
        if (answer.isBlank()) {
            return new Reading.Problem("the answer is empty");
        }
        try {
            JsonNode label = STRICT.readTree(answer).path("label");
            if (!label.isString()) {
                return new Reading.Problem("the answer has no label");
            }
            return labels.contains(label.stringValue())
                    ? new Reading.Label(label.stringValue())
                    : new Reading.Problem(OFF_LIST);
        } catch (JacksonException notJson) {
            return new Reading.Problem("the answer is not JSON");
        }
    }
}
