package io.nanocell.results;

/// Exists as a bean where no other service can reach the database: it is the embedded one, below a data directory
/// that
/// this service has locked. Work that is marked as taken at the start was then taken by a process that is dead.
public record ExclusiveDatabase() {}
