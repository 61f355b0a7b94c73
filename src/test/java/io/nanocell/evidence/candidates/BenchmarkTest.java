package io.nanocell.evidence.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.ReferenceKnowledge;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The figures that a Python prototype measured for labels of PanglaoDB and CellMarker only, ± 0.005.
class BenchmarkTest {

    static ReferenceKnowledge official = ReferenceKnowledge.load(null);

    @BeforeAll
    static void load() {
        assumeTrue(Files.exists(Benchmark.OFFICIAL), "the official files are not beside the project");
        official = ReferenceKnowledge.load(Benchmark.OFFICIAL);
    }

    @Test
    void officialFilesReachPrototypeOnAzimuth() throws IOException {
        Benchmark.Scores scores = Benchmark.score(official, Benchmark.azimuth());

        assertThat(scores.n()).isEqualTo(261);
        assertThat(scores.mean()).isBetween(0.675, 0.70);
        assertThat(scores.top3()).isBetween(0.815, 0.84);
    }

    @Test
    void withoutAtlasesOfficialFilesReachPrototype() throws IOException {
        ReferenceKnowledge databases = official.with(official.database().without(MarkerSource.ATLAS));

        assertThat(Benchmark.score(databases, Benchmark.azimuth()).mean()).isBetween(0.614, 0.63);
    }

    @Test
    void coreTablesReachWhatWasAskedOfThemOnAzimuth() throws IOException {
        assertThat(Benchmark.score(ReferenceKnowledge.load(null), Benchmark.azimuth())
                        .mean())
                .isGreaterThanOrEqualTo(0.62);
    }

    @Test
    void leavingThePublicationOutReachesPrototype() { // other lists than the prototype's: its generator is Python's
        Benchmark.Scores scores = Benchmark.leaveOnePublicationOut(official, Benchmark.publications(official, 1), 1);

        assertThat(scores.mean()).isBetween(0.57, 0.62);
    }

    @Test
    void leavingPanglaoOutReachesPrototype() {
        ReferenceKnowledge rest = official.with(official.database().without(MarkerSource.PANGLAO_DB));

        assertThat(Benchmark.score(rest, Benchmark.panglao(official)).mean()).isBetween(0.55, 0.61);
    }
}
