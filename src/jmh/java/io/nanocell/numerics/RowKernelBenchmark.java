package io.nanocell.numerics;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Nanoseconds per cell of rank 10 with 100 expressed of 480 genes.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@OperationsPerInvocation(RowKernelBenchmark.CELLS)
public class RowKernelBenchmark {

    static final int CELLS = 640;
    static final int GENES = 480;
    static final int EXPRESSED = 100;
    static final int RANK = 10;

    @Param({"true", "false"})
    boolean lanes;

    RowKernel kernel = PlainRowKernel.INSTANCE;
    final PaddedMatrix genes = PaddedMatrix.zeros(GENES, RANK);
    final PaddedMatrix cells = PaddedMatrix.zeros(CELLS, RANK);
    final PaddedMatrix gram = PaddedMatrix.zeros(RANK, RANK);
    final int[] index = new int[CELLS * EXPRESSED];
    final float[] weight = new float[index.length];
    final float[] products = new float[cells.values().length];

    @Setup
    public void fill() {
        kernel = lanes ? LaneRowKernel.INSTANCE : PlainRowKernel.INSTANCE;
        var random = new SplittableRandom(1);
        for (int e = 0; e < index.length; e++) {
            index[e] = random.nextInt(GENES);
            weight[e] = (float) random.nextDouble();
        }
        for (PaddedMatrix m : new PaddedMatrix[] {genes, cells, gram}) {
            for (int i = 0; i < m.values().length; i++) {
                m.values()[i] = i % m.stride() < RANK ? (float) random.nextDouble() : 0;
            }
        }
        for (int i = 0; i < products.length; i++) {
            products[i] = (float) random.nextDouble();
        }
    }

    @Benchmark
    public void weightedSum() {
        for (int cell = 0; cell < CELLS; cell++) {
            int from = cell * EXPRESSED;
            kernel.weightedSum(genes, index, weight, from, from + EXPRESSED, products, cell * cells.stride());
        }
    }

    @Benchmark
    public void scatter() {
        for (int cell = 0; cell < CELLS; cell++) {
            int from = cell * EXPRESSED;
            kernel.scatter(cells.values(), cell * cells.stride(), index, weight, from, from + EXPRESSED, genes);
        }
    }

    @Benchmark
    public void outer() {
        kernel.outer(cells, 0, CELLS, gram);
    }

    @Benchmark
    public double descend() {
        return kernel.descend(cells, 0, CELLS, products, gram);
    }
}
