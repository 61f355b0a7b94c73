package io.nanocell.reference.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// How a cell name is written the same way by everyone: "CD8+ T-cells" and "CD8 positive T lymphocyte" are one.
final class CellNames {

    private static final Map<String, String> GREEK =
            Map.of("α", "alpha", "β", "beta", "γ", "gamma", "δ", "delta", "ε", "epsilon");
    private static final Pattern PLUS = Pattern.compile("(cd\\d+\\w?|\\w+)\\+ ?");
    private static final Pattern MINUS = Pattern.compile("(cd\\d+\\w?)- ");
    private static final Pattern NOT_A_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\p{ASCII}]");
    private static final Pattern PARENTHESES = Pattern.compile("\\(([^)]*)\\)");
    private static final Pattern NOT_PLURAL = Pattern.compile(".*(ss|us|is|ous|ns)");

    private CellNames() {}

    /// @return lower case words, singular, without a last "cell"
    static String normalised(String name) {
        String text = name.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> letter : GREEK.entrySet()) {
            text = text.replace(letter.getKey(), letter.getValue());
        }
        text = NOT_ASCII
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        text = PLUS.matcher(text).replaceAll("$1 positive ");
        text = MINUS.matcher(text).replaceAll("$1 negative ");
        text = text.replace("centre", "center")
                .replace("glutaminergic", "glutamatergic")
                .replace("haemato", "hemato");
        List<String> words = new ArrayList<>();
        for (String word : NOT_A_WORD.split(text, -1)) {
            if (!word.isEmpty()) {
                words.add(singular(word));
            }
        }
        while (words.size() > 1 && words.getLast().equals("cell")) {
            words.removeLast();
        }
        return String.join(" ", words);
    }

    private static String singular(String word) {
        boolean plural = word.equals("cells")
                || word.endsWith("neurons")
                || (word.length() > 3
                        && word.endsWith("s")
                        && !NOT_PLURAL.matcher(word).matches());
        String one = plural ? word.substring(0, word.length() - 1) : word;
        return one.equals("lymphocyte") ? "cell" : one;
    }

    /// @return the name, the name without what stands in parentheses, and what stands there if longer than 4 letters
    static List<String> variants(String name) {
        List<String> variants = new ArrayList<>();
        variants.add(name);
        String bare = withoutParentheses(name).replaceAll(" +", " ").strip();
        if (!bare.equals(name)) {
            variants.add(bare);
            PARENTHESES
                    .matcher(name)
                    .results()
                    .map(inside -> inside.group(1))
                    .filter(inside -> inside.length() > 4)
                    .forEach(variants::add);
        }
        return variants;
    }

    static String withoutParentheses(String name) {
        return PARENTHESES.matcher(name).replaceAll("");
    }
}
