package io.nanocell.reference;

/// One source of knowledge in use.
///
/// @param name the source's own name, "PanglaoDB"
/// @param release its version or date
/// @param sha256 lower-case hex digest of the file that was read
/// @param entries rows or terms read from it
/// @param licence under which it was taken, "CC-BY 4.0"
public record ReferenceRelease(String name, String release, String sha256, int entries, String licence) {}
