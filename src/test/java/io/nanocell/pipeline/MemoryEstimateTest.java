package io.nanocell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.nanocell.ingest.CellFilter;
import io.nanocell.ingest.XeniumBundle;
import io.nanocell.ingest.XeniumReader;
import io.nanocell.numerics.Parallel;
import io.nanocell.spatial.HsnmfParameters;
import io.nanocell.testing.Sections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemoryEstimateTest {

    @AfterEach
    void allThreads() {
        Parallel.useThreads(Runtime.getRuntime().availableProcessors());
    }

    /// A small `-Xmx` with which `bench` still ran to its end on two cores (demo design, serial collector).
    @ParameterizedTest
    @CsvSource({
        "50000, 480, 3560000, 6000000, 260",
        "200000, 480, 14238027, 24000000, 640",
        "1000000, 480, 71310000, 120000000, 3230",
        "100000, 5000, 52200000, 12000000, 1050",
    })
    void isNearAHeapThatWasJustEnough(long cells, long genes, long entries, long edges, long mebibytes) {
        Parallel.useThreads(2);
        var estimate = new MemoryEstimate(cells, genes, entries, edges, 10, 15);

        assertThat(estimate.bytes() >> 20).isBetween(mebibytes * 95 / 100, mebibytes * 125 / 100);
    }

    @Test
    void isTheSameFromTheHeaderAsFromTheDataset() {
        var bundle = XeniumBundle.inFolder(Sections.of(2_000).folder());
        var parameters = HsnmfParameters.defaults();
        var symbols = ReferenceConfiguration.knowledge("").types().symbols();

        var before = MemoryEstimate.of(XeniumReader.size(bundle), false, parameters);
        var after = MemoryEstimate.of(CellFilter.defaults().apply(XeniumReader.read(bundle), symbols), parameters);

        assertThat(before.cells()).isEqualTo(after.cells());
        assertThat(before.entries()).isCloseTo(after.entries(), withinPercentage(2));
        assertThat(before.edges()).isCloseTo(after.edges(), withinPercentage(10));
        assertThat(before.bytes()).isCloseTo(after.bytes(), withinPercentage(2));
    }

    @Test
    void countsTheEdgesOfTheContactGraphAloneWhereClustersComeAlong() {
        var size = XeniumReader.size(XeniumBundle.inFolder(Sections.of(2_000).folder()));

        var grouped = MemoryEstimate.of(size, true, HsnmfParameters.defaults());
        var alone = MemoryEstimate.of(size, false, HsnmfParameters.defaults());

        assertThat(grouped.edges()).isPositive().isLessThan(alone.edges() / 8); // 20 µm against 80 µm
    }

    @Test
    void growsByTwelveBytesAndRoomPerEdge() {
        var near = new MemoryEstimate(100_000, 480, 7_000_000, 12_000_000, 10, 15);
        var far = new MemoryEstimate(100_000, 480, 7_000_000, 112_000_000, 10, 15);

        assertThat(far.bytes() - near.bytes()).isEqualTo(1_380_000_000);
    }
}
