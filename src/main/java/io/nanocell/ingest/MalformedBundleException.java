package io.nanocell.ingest;

import java.util.List;

/// The caller's files cannot be read as a Xenium section. Names every violation found.
public final class MalformedBundleException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String slug;
    private final transient List<Violation> violations;

    /// @param slug stable problem type: "malformed-bundle", "unsupported-file", "too-large",
    /// "species-mismatch", "too-few-cells" or "too-few-genes"
    public MalformedBundleException(String slug, String message, List<Violation> violations) {
        super(message);
        this.slug = slug;
        this.violations = List.copyOf(violations);
    }

    public String slug() {
        return slug;
    }

    public List<Violation> violations() {
        return violations;
    }
}
