package io.nanocell.pipeline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.results.DataDirectory;
import io.nanocell.results.Datasets;
import io.nanocell.results.Samples;
import io.nanocell.results.StoreTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.unit.DataSize;

@StoreTest
class BundleStoreIT {

    @Autowired
    Datasets datasets;

    @Autowired
    DataDirectory data;

    BundleStore store;

    @BeforeEach
    void start() {
        store = new BundleStore(data, new Spool(data), new Intents(data), datasets, DataSize.ofBytes(0));
    }

    @Test
    void removesAtTheStartWhatACrashLeftWithoutARow() throws IOException {
        var half = UUID.randomUUID();
        var whole = Samples.newDataset(datasets, 1);
        var unknown = UUID.randomUUID(); // not noted: nothing that this service was doing
        for (UUID dataset : List.of(half, whole, unknown)) {
            Files.createDirectories(folder(dataset));
            Files.writeString(folder(dataset).resolve("00-matrix"), "counts");
        }
        Files.createFile(data.root().resolve("intents/" + half));
        Files.createFile(data.root().resolve("intents/" + whole));
        Path spooled = store.spoolFolder(0);

        start();

        assertThat(folder(half)).doesNotExist();
        assertThat(folder(whole)).isNotEmptyDirectory();
        assertThat(folder(unknown)).isNotEmptyDirectory();
        assertThat(spooled).doesNotExist();
        assertThat(data.root().resolve("intents")).isEmptyDirectory();
    }

    @Test
    void keepsFilesWhenTheCommitSucceededButItsAnswerWasLost() throws IOException {
        var dataset = UUID.randomUUID();

        assertThatThrownBy(() -> store.keep(dataset, spooled(), _ -> {
                    datasets.create(dataset, Samples.dataset("answer lost", 1));
                    throw new IllegalStateException("connection lost");
                }))
                .hasMessage("connection lost");

        assertThat(folder(dataset)).isNotEmptyDirectory();
    }

    @Test
    void keepsNoFilesOfARefusedDataset() throws IOException {
        var dataset = UUID.randomUUID();

        assertThatThrownBy(() -> store.keep(dataset, spooled(), _ -> {
                    throw new OutOfMemoryError();
                }))
                .isInstanceOf(OutOfMemoryError.class);

        assertThat(folder(dataset)).doesNotExist();
        assertThat(data.root().resolve("intents")).isEmptyDirectory();
    }

    private List<SectionFile> spooled() throws IOException {
        Path file = Files.writeString(store.spoolFolder(0).resolve("part-0"), "counts");
        return List.of(new SectionFile("matrix", "matrix.h5", file));
    }

    private Path folder(UUID dataset) {
        return data.root().resolve("datasets/" + dataset);
    }
}
