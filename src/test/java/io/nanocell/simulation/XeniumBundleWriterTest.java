package io.nanocell.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.ingest.XeniumBundle;
import io.nanocell.ingest.XeniumReader;
import io.nanocell.ingest.XeniumSection;
import io.nanocell.reference.Species;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XeniumBundleWriterTest {

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadBackUnchanged() {
        SimulatedSection simulated = SimulationFixture.section(3000, 7);

        XeniumBundle bundle = XeniumBundleWriter.write(simulated, folder);
        XeniumSection read = XeniumReader.read(bundle);

        assertThat(read.cellIds()).isEqualTo(simulated.section().cellIds()).startsWith("aaaaaaaa-1", "aaaaaaab-1");
        assertThat(read.counts().values())
                .isEqualTo(simulated.section().counts().values());
        assertThat(read.counts().columnIndex())
                .isEqualTo(simulated.section().counts().columnIndex());
        assertThat(read.x()).isEqualTo(simulated.section().x());
        assertThat(read.controlNames()).hasSize(40);
        assertThat(read.species()).isEqualTo(Species.HUMAN);
        assertThat(read.panelName()).containsIgnoringCase("synthetic");
        assertThat(read.notices()).isEmpty();
    }

    @Test
    void writesTheTruthBesideTheBundle() throws IOException {
        SimulatedSection simulated = SimulationFixture.section(1000, 3);

        XeniumBundleWriter.write(simulated, folder);

        SimulatedType first = simulated.types().get(simulated.typeOfCell()[0]);
        assertThat(Files.readAllLines(folder.resolve("truth.csv")))
                .hasSize(1001)
                .startsWith("cell_id,cell_ontology_id,type,niche")
                .element(1)
                .asString()
                .startsWith("aaaaaaaa-1,%s,\"%s\",".formatted(first.cellOntologyId(), first.name()));
        assertThat(Files.readAllLines(folder.resolve("niches.csv")))
                .hasSize(1 + 5 * 5 + 2 * 2 + 3)
                .anyMatch(line -> line.startsWith("pure-1,PURE,") && line.endsWith(",0.92"));
        assertThat(Files.readString(folder.resolve("experiment.xenium"))).contains("\"run_name\" : \"synthetic\"");
    }
}
