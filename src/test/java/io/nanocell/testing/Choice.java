package io.nanocell.testing;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a [FakeOllama] picks a label.
@FunctionalInterface
public interface Choice {

    /// @param labels the schema's enum, "Unresolved" last; empty where the schema has none
    /// @param prompt all messages, joined by line feeds
    String label(List<String> labels, String prompt);

    static Choice first() {
        return (labels, prompt) -> labels.isEmpty() ? "hepatocyte" : labels.getFirst();
    }

    /// The last candidate, "Unresolved" aside.
    static Choice last() {
        return (labels, prompt) -> labels.get(Math.max(0, labels.size() - 2));
    }

    /// The candidate of least support in the prompt; the last one where the prompt shows none.
    static Choice worst() {
        Pattern support = Pattern.compile("^- (.+): support ([0-9.]+)", Pattern.MULTILINE);
        return (labels, prompt) -> {
            Matcher candidates = support.matcher(prompt);
            return candidates
                    .results()
                    .filter(match -> labels.contains(match.group(1)))
                    .min(Comparator.comparingDouble(match -> Double.parseDouble(match.group(2))))
                    .map(match -> match.group(1))
                    .orElseGet(() -> last().label(labels, prompt));
        };
    }

    /// Any label, the same one for the same prompt.
    static Choice random(long seed) {
        return (labels, prompt) -> labels.get(new Random(seed ^ prompt.hashCode()).nextInt(labels.size()));
    }

    static Choice abstain() {
        return fixed("Unresolved");
    }

    /// This very text, on the list or not.
    static Choice fixed(String label) {
        return (labels, prompt) -> label;
    }
}
