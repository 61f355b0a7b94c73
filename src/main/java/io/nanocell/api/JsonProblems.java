package io.nanocell.api;

import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// What is wrong with a JSON text, in the words of its sender: field by its path ("parameters.hsnmf.rank"), not by
/// class.
final class JsonProblems {

    private static final int SHOWN = 100;

    private JsonProblems() {}

    /// @param prefix path of the text itself, "parameters" where it is a form field, else ""
    static RequestRejected of(JacksonException failure, String prefix) {
        String field = path(failure, prefix);
        return switch (failure) {
            case UnrecognizedPropertyException e -> invalid(field, null, "Unknown field; " + known(e));
            case InvalidNullException _ -> invalid(field, "null", "A value is needed here");
            case InvalidFormatException e -> invalid(field, shown(e.getValue()), remedy(e));
            case MismatchedInputException e -> invalid(field, null, expected(e));
            case InputCoercionException e -> invalid(field, null, "Expected " + name(e.getTargetType()));
            case StreamConstraintsException e ->
                syntax(field, e, "Nested too deeply, or a name, number or text too long");
            case DatabindException e -> invalid(field, null, firstSentence(e));
            default -> syntax(field, failure, "Send one JSON text as RFC 8259 has it");
        };
    }

    private static RequestRejected invalid(String field, @Nullable String value, String remedy) {
        String where = field.isEmpty() ? "The body" : "Field " + field;
        return new RequestRejected(
                "invalid-parameters",
                422,
                where + " does not hold: " + remedy,
                List.of(new ProblemViolation(null, field.isEmpty() ? null : field, value, remedy)));
    }

    private static RequestRejected syntax(String field, JacksonException failure, String remedy) {
        var location = failure.getLocation();
        String where = location == null
                ? ""
                : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
        return new RequestRejected(
                "malformed-json",
                400,
                "This is not JSON that can be read%s: %s".formatted(where, firstSentence(failure)),
                List.of(new ProblemViolation(null, field.isEmpty() ? null : field, null, remedy)));
    }

    private static String path(JacksonException failure, String prefix) {
        var path = new StringBuilder(prefix);
        for (var step : failure.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String known(UnrecognizedPropertyException e) {
        var names = e.getKnownPropertyIds();
        return names == null
                ? "leave it out"
                : "known here: " + names.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String remedy(InvalidFormatException e) {
        Class<?> target = e.getTargetType();
        if (target != null && target.isEnum()) {
            return "Allowed: "
                    + Arrays.stream(target.getEnumConstants())
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return target == String.class && e.getValue() instanceof String
                ? "A text without NUL and without halves of surrogate pairs"
                : "Expected " + name(target);
    }

    private static String expected(MismatchedInputException e) {
        Class<?> target = e.getTargetType();
        return target == null || target == Object.class || target.getName().contains("MarkerGene")
                ? firstSentence(e)
                : "Expected " + name(target);
    }

    private static String name(@Nullable Class<?> type) {
        if (type == null) {
            return "another type";
        }
        return switch (type.getSimpleName()) {
            case "String" -> "a text in quotes";
            case "Integer", "int" -> "a whole number of at most 2147483647";
            case "Long", "long" -> "a whole number of 64 bits";
            case "Double", "double" -> "a number";
            case "Boolean", "boolean" -> "true or false";
            case "UUID" -> "an id, as \"0b8f2a9e-5c1d-4f7a-9e3b-6d2c8a1f4e57\"";
            case "List", "ArrayList" -> "a list in [ ]";
            default -> type.isEnum() ? "one of the allowed names, in quotes" : "an object in { }";
        };
    }

    private static String shown(@Nullable Object value) {
        String text = String.valueOf(value).replace("\0", "\\u0000");
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /// Jackson goes on about classes, settings and locations after it.
    private static String firstSentence(JacksonException e) {
        String text = e.getOriginalMessage().lines().findFirst().orElse("");
        int end = text.indexOf(" (");
        return end < 0 ? text : text.substring(0, end);
    }
}
