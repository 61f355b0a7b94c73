package io.nanocell.pipeline;

import io.nanocell.results.ClusterRecord;
import io.nanocell.results.JobMetrics;
import io.nanocell.results.JobQuality;
import io.nanocell.results.ModelCall;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// SHA-256 of a job's results in a canonical form: sorted keys, no ids, no times, no latencies.
///
/// Two jobs with equal digests have the same clusters, evidence, labels, confidence, cells and metrics to the last
/// bit.
final class ResultDigest {

    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private ResultDigest() {}

    /// The digest that follows `before` when one cluster was annotated again: the same sequence of
    /// reannotations on the same job gives the same digest.
    ///
    /// @param before digest of the results with the cluster as it was
    /// @param cells the cluster's cells in the section, ascending
    /// @param calls of these cells alone
    /// @return lower-case hex
    static String after(String before, ClusterRecord cluster, int[] cells, CellCalls calls) {
        MessageDigest digest = sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            write(out, before);
            write(out, withoutLatency(cluster));
            write(out, calls.labels());
        } catch (IOException e) {
            throw new UncheckedIOException("a digest cannot fail to be written", e);
        }
        var bytes = ByteBuffer.allocate(Short.BYTES);
        for (int cell : cells) {
            digest.update(bytes.clear().putShort(calls.labelOfCell()[cell]).flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// @return lower-case hex
    static String of(
            JobQuality quality,
            @Nullable JobMetrics metrics,
            List<ClusterRecord> clusters,
            CellAssignment cells,
            CellCalls calls) {
        MessageDigest digest = sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            write(out, quality);
            write(out, metrics);
            for (ClusterRecord each : clusters) {
                write(out, withoutLatency(each));
            }
            write(out, calls.labels());
        } catch (IOException e) {
            throw new UncheckedIOException("a digest cannot fail to be written", e);
        }
        var bytes = ByteBuffer.allocate(Integer.BYTES + 2 * Short.BYTES);
        for (int cell = 0; cell < cells.cluster().length; cell++) {
            bytes.clear()
                    .putInt(cells.cluster()[cell])
                    .putShort(cells.reason()[cell])
                    .putShort(calls.labelOfCell()[cell])
                    .flip();
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void write(OutputStream out, @Nullable Object part) throws IOException {
        out.write(CANONICAL.writeValueAsBytes(part));
        out.write('\n');
    }

    private static ClusterRecord withoutLatency(ClusterRecord record) {
        ModelCall call = record.model();
        if (call == null) {
            return record;
        }
        var timeless = new ModelCall(
                call.name(),
                call.digest(),
                call.prompt(),
                call.answer(),
                call.options(),
                0,
                call.promptTokens(),
                call.answerTokens(),
                call.outcome(),
                call.stability());
        return new ClusterRecord(
                record.cluster(),
                record.markers(),
                record.terms(),
                record.programs(),
                record.candidates(),
                timeless,
                record.judgement());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
