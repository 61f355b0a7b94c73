package io.nanocell.results;

import java.util.List;

/// The caller's data or parameters do not hold. Carries what a problem detail needs; nothing of the request is stored.
public final class RequestRejected extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String slug;
    private final int httpStatus;
    private final transient List<ProblemViolation> violations;

    /// @param slug stable problem type, "malformed-bundle"
    /// @param httpStatus 400, 409, 413, 422 or 507
    public RequestRejected(String slug, int httpStatus, String message, List<ProblemViolation> violations) {
        super(message);
        this.slug = slug;
        this.httpStatus = httpStatus;
        this.violations = List.copyOf(violations);
    }

    public String slug() {
        return slug;
    }

    public int httpStatus() {
        return httpStatus;
    }

    public List<ProblemViolation> violations() {
        return violations;
    }
}
