package io.nanocell.inference;

import java.util.Locale;

/// The names by which an Ollama server finds one model: "qwen2.5:1.5b", "Qwen2.5:1.5B" and
/// "registry.ollama.ai/library/qwen2.5:1.5b" are the same.
///
/// @param full host, namespace, model and tag in lower case, those left out filled in
public record ModelName(String full) {

    private static final String HOST = "registry.ollama.ai/";
    private static final String NAMESPACE = "library/";
    private static final String LOCAL = ":local"; // said of where it runs, no part of the name

    public static ModelName of(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replaceFirst("^[a-z]+://", "");
        plain = plain.endsWith(LOCAL) ? plain.substring(0, plain.length() - LOCAL.length()) : plain;
        boolean tagged = plain.lastIndexOf(':') > plain.lastIndexOf('/');
        long parts = 1 + plain.chars().filter(c -> c == '/').count();
        String path = parts == 1 ? HOST + NAMESPACE + plain : parts == 2 ? HOST + plain : plain;
        return new ModelName(tagged ? path : path + ":latest");
    }

    /// Whether a server takes the name as an order to have the question answered by its maker's cloud: the
    /// evidence would leave the machine.
    public static boolean isOfCloud(String name) {
        String tag = name.substring(name.lastIndexOf(':') + 1).strip().toLowerCase(Locale.ROOT);
        return name.contains(":") && !tag.contains("/") && (tag.equals("cloud") || tag.endsWith("-cloud"));
    }
}
