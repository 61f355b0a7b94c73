package io.nanocell.results;

import java.util.List;

/// A stored failure, in the shape of an RFC 9457 problem detail.
public record Problem(String type, String title, String detail, List<ProblemViolation> violations) {}
