package io.nanocell.ingest.check;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Inflated data that may not be more than so many times as large as what they came from.
public final class InflationGuard extends FilterInputStream {

    /// A file of this size harms nobody, whatever it came from.
    private static final long HARMLESS = 1 << 20;

    private static final double DEFAULT_RATIO = 200;

    private final String name;
    private final double maxInflation;
    private final Counter source;
    private long produced;

    private InflationGuard(InputStream inflated, Counter source, String name, double maxInflation) {
        super(inflated);
        this.source = source;
        this.name = name;
        this.maxInflation = maxInflation;
    }

    /// @param name shown in messages
    public static InputStream gunzip(Path file, String name) throws IOException {
        return gunzip(file, name, DEFAULT_RATIO);
    }

    /// @param maxInflation inflated bytes / bytes read so far
    /// @return inflated content; reading throws MalformedBundleException "too-large" once it swells beyond
    /// measure
    public static InputStream gunzip(Path file, String name, double maxInflation) throws IOException {
        Counter source = new Counter(Files.newInputStream(file));
        try {
            InputStream inflated = new GZIPInputStream(source, 1 << 16);
            return new BufferedInputStream(new InflationGuard(inflated, source, name, maxInflation), 1 << 16);
        } catch (IOException e) {
            source.close();
            throw e;
        }
    }

    /// @param inflatedBytes so far
    /// @param storedBytes what they came from
    public static void check(String name, long inflatedBytes, long storedBytes, double maxInflation) {
        if (inflatedBytes > HARMLESS && inflatedBytes > maxInflation * storedBytes) {
            throw Violations.one(
                    Violations.TOO_LARGE,
                    name,
                    "content",
                    "%d bytes unpack to %d or more".formatted(storedBytes, inflatedBytes),
                    "real data shrink less than %.0f times: send the file itself".formatted(maxInflation));
        }
    }

    @Override
    public int read() throws IOException {
        int c = super.read();
        produced(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        produced(count);
        return count;
    }

    /// Skipped bytes are inflated too, so they count.
    @Override
    public long skip(long count) throws IOException {
        byte[] skipped = new byte[Math.clamp(count, 0, 1 << 16)];
        return skipped.length == 0 ? 0 : Math.max(0, read(skipped, 0, skipped.length));
    }

    private void produced(int bytes) {
        produced += Math.max(0, bytes);
        check(name, produced, source.count, maxInflation);
    }

    private static final class Counter extends FilterInputStream {

        long count;

        Counter(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int c = super.read();
            count += c < 0 ? 0 : 1;
            return c;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
