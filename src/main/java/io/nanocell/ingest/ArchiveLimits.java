package io.nanocell.ingest;

/// What an archive may ask for.
///
/// @param maxEntries entries of its table of contents
/// @param maxBytes bytes that are written in all
/// @param maxInflation bytes out / bytes in
/// @param reserve bytes that stay free on the disk
public record ArchiveLimits(int maxEntries, long maxBytes, double maxInflation, long reserve) {

    public ArchiveLimits(int maxEntries, long maxBytes, double maxInflation) {
        this(maxEntries, maxBytes, maxInflation, 0);
    }

    public ArchiveLimits {
        if (maxEntries < 1 || maxBytes < 1 || !(maxInflation >= 1)) {
            throw new IllegalArgumentException("limits must be at least 1, got %d entries, %d bytes, %s inflation"
                    .formatted(maxEntries, maxBytes, maxInflation));
        }
    }

    /// @return 100,000 entries, 20 GiB, 200-fold
    public static ArchiveLimits defaults() {
        return new ArchiveLimits(100_000, 20L << 30, 200);
    }
}
