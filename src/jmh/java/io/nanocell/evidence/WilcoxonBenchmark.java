package io.nanocell.evidence;

import io.nanocell.evidence.stats.GroupStatistics;
import io.nanocell.evidence.stats.WilcoxonRankSum;
import io.nanocell.numerics.FloatCsrMatrix;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Seconds for all genes and 20 groups; the first call of a fresh JVM counts, so there is no warm-up.
@State(Scope.Benchmark)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@BenchmarkMode(Mode.SingleShotTime)
@Warmup(iterations = 0)
@Measurement(iterations = 3)
public class WilcoxonBenchmark {

    private static final int GROUPS = 20;

    @Param({"480", "5000"})
    int genes;

    FloatCsrMatrix expression = new FloatCsrMatrix(0, 0, new int[1], new int[0], new float[0]);
    int[] group = {};

    @Setup
    public void fill() {
        int cells = genes < 1000 ? 200_000 : 100_000;
        var random = new SplittableRandom(1);
        int perCell = genes / 5; // a fifth of the panel in a cell
        int[] rowStart = new int[cells + 1];
        int[] columns = new int[cells * perCell];
        float[] values = new float[cells * perCell];
        for (int cell = 0, e = 0; cell < cells; cell++) {
            double scale = 1 / (0.5 + random.nextDouble());
            for (int i = 0; i < perCell; i++, e++) {
                columns[e] = 5 * i + random.nextInt(5);
                values[e] = (float) Math.log1p(scale * (1 + random.nextInt(1 + random.nextInt(6))));
            }
            rowStart[cell + 1] = rowStart[cell] + perCell;
        }
        expression = new FloatCsrMatrix(cells, genes, rowStart, columns, values);
        group = random.ints(cells, 1, GROUPS + 1).toArray();
    }

    @Benchmark
    public GroupStatistics compare() {
        return new WilcoxonRankSum().compare(expression, group, GROUPS);
    }
}
