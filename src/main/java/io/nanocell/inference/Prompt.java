package io.nanocell.inference;

/// What the model is shown.
///
/// @param instructions fixed for a job, so that the server's prefix cache serves every cluster
/// @param evidence of the one cluster
public record Prompt(String instructions, String evidence) {

    /// Key of the version among the recorded options.
    public static final String TEMPLATE = "promptTemplate";

    /// Raised with every change of the wording, and recorded with every call.
    public static final String TEMPLATE_VERSION = "2";

    /// @return both parts as stored for audit
    public String text() {
        return instructions + "\n\n" + evidence;
    }
}
