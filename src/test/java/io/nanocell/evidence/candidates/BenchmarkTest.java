package io.nanocell.evidence.candidates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nanocell.reference.ReferenceKnowledge;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class BenchmarkTest {

    @Test
    void coreTablesReachAzimuth() throws IOException {
        assumeTrue(Files.exists(Benchmark.OFFICIAL), "the official files are not beside the project");
        long start = System.nanoTime();
        ReferenceKnowledge knowledge = ReferenceKnowledge.load(null);
        System.out.println("load " + (System.nanoTime() - start) / 1e9);
        System.out.println(knowledge.cancerGenes().size()+" "+knowledge.database().namedTypes().size()+" "+knowledge.database().genes().size());
        var scores = Benchmark.score(knowledge, Benchmark.azimuth(), false);
        System.out.println(scores);
        System.out.println("filter " + Benchmark.score(knowledge, Benchmark.azimuth(), true));
        var noAtlas = knowledge.with(knowledge.database().without(io.nanocell.reference.MarkerSource.ATLAS));
        System.out.println("no atlas " + Benchmark.score(noAtlas, Benchmark.azimuth(), false));
        assertThat(scores.mean()).isBetween(0.62, 0.75);
    }
}
