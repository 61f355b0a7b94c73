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
    final int[] start = new int[CELLS + 1];
    final int[] index = new int[CELLS * EXPRESSED];
    final float[] weight = new float[index.length];
    final FloatCsrMatrix expression;
    final float[] products = new float[cells.values().length];

    public RowKernelBenchmark() {
        var random = new SplittableRandom(2);
        for (int e = 0; e < index.length; e++) {
            int place = e % EXPRESSED;
            index[e] = place * GENES / EXPRESSED + random.nextInt(GENES / EXPRESSED);
            weight[e] = (float) random.nextDouble();
        }
        for (int cell = 0; cell <= CELLS; cell++) {
            start[cell] = cell * EXPRESSED;
        }
        expression = new FloatCsrMatrix(CELLS, GENES, start, index, weight);
    }

    @Setup
    public void fill() {
        kernel = lanes ? RowKernel.forWork(Long.MAX_VALUE) : PlainRowKernel.INSTANCE;
        var random = new SplittableRandom(1);
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
    public void product() {
        kernel.product(expression, 0, CELLS, genes, products);
    }

    @Benchmark
    public void addTransposedProduct() {
        kernel.addTransposedProduct(expression, 0, CELLS, cells.values(), 0, genes);
    }

    @Benchmark
    public void outer() {
        kernel.outer(cells, 0, CELLS, gram);
    }

    @Benchmark
    public double descend() {
        return kernel.descend(cells, 0, CELLS, products, gram, 3);
    }
}
