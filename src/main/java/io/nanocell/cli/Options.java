package io.nanocell.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Options given as `--name value` or `--name=value`.
record Options(Map<String, String> values) {

    /// @throws UsageException for an option that the command does not know, or one without a value
    static Options parse(List<String> arguments, Set<String> known) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                throw new UsageException("unexpected argument " + argument);
            }
            String name = argument.substring(2);
            int equals = name.indexOf('=');
            String value;
            if (equals >= 0) {
                value = name.substring(equals + 1);
                name = name.substring(0, equals);
            } else if (i + 1 < arguments.size()) {
                value = arguments.get(++i);
            } else {
                throw new UsageException("--" + name + " needs a value");
            }
            if (!known.contains(name)) {
                throw new UsageException("unknown option --" + name);
            }
            values.put(name, value);
        }
        return new Options(Map.copyOf(values));
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /// @throws UsageException if it was not given
    String required(String name) {
        String value = values.get(name);
        if (value == null || value.isBlank()) {
            throw new UsageException("--" + name + " is needed");
        }
        return value;
    }

    /// @throws UsageException if it is not a whole number of at least `least`
    int integer(String name, int otherwise, int least) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= least) {
                return number;
            }
        } catch (NumberFormatException _) {
            // answered below
        }
        throw new UsageException("--%s must be a whole number of at least %d, got %s".formatted(name, least, value));
    }
}
