package io.nanocell.ingest;

/// One thing that is wrong with a bundle.
///
/// @param file name of the file within the bundle
/// @param field column, data set or JSON member
/// @param value the first offenders as found, shortened, with their number
/// @param remedy what the caller can do
public record Violation(String file, String field, String value, String remedy) {}
