package io.nanocell.ingest.archive;

/// A file of an archive.
///
/// @param position of the entry in the archive, from 0
/// @param name safe relative name with `/`
/// @param bytes declared size, inflated
/// @param storedBytes size in the archive
public record ArchiveEntry(int position, String name, long bytes, long storedBytes) {}
