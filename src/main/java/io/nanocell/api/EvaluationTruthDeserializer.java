package io.nanocell.api;

import io.nanocell.pipeline.EvaluationTruth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Keeps one copy of tissues and lists of ids that come again and again: of a million cells only the ids differ.
final class EvaluationTruthDeserializer extends StdDeserializer<EvaluationTruth> {

    private static final String ATTRIBUTE = EvaluationTruthDeserializer.class.getName();

    EvaluationTruthDeserializer() {
        super(EvaluationTruth.class);
    }

    /// Of one request: how rows are read, and what they have brought so far.
    private record Seen(ValueDeserializer<Object> rows, Map<Object, Object> values) {

        static Seen of(DeserializationContext context) {
            if (context.getAttribute(ATTRIBUTE) instanceof Seen seen) {
                return seen;
            }
            var seen = new Seen(context.findRootValueDeserializer(context.constructType(Row.class)), new HashMap<>());
            context.setAttribute(ATTRIBUTE, seen);
            return seen;
        }

        @SuppressWarnings("unchecked") // equal to it, so of its type
        <T> @Nullable T once(@Nullable T value) {
            return value == null ? null : (T) values.computeIfAbsent(value, first -> first);
        }
    }

    @Override
    public EvaluationTruth deserialize(JsonParser parser, DeserializationContext context) {
        Seen seen = Seen.of(context);
        Row row = (Row) seen.rows().deserialize(parser, context);
        return new EvaluationTruth(row.id(), seen.once(row.tissue()), seen.once(row.cellOntologyIds()));
    }

    record Row(
            @Nullable String id,
            @Nullable String tissue,
            @Nullable List<String> cellOntologyIds) {}
}
