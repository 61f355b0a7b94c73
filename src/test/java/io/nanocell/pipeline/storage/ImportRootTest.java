package io.nanocell.pipeline.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.results.RequestRejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportRootTest {

    @TempDir
    Path machine;

    Path section;
    ImportRoot root;

    @BeforeEach
    void makeFolders() throws IOException {
        section = Files.createDirectories(machine.resolve("root/run/section")).toRealPath();
        Files.createDirectories(machine.resolve("root-of-others"));
        root = new ImportRoot(machine.resolve("root").toString());
    }

    @Test
    void findsFoldersBelowTheRootByEitherPath() {
        assertThat(root.folder("run/section")).isEqualTo(section);
        assertThat(root.folder("run/../run/./section")).isEqualTo(section);
        assertThat(root.folder(section.toString())).isEqualTo(section);
    }

    @Test
    void refusesWhatLiesOutsideLikeWhatIsMissing() throws IOException {
        Files.createSymbolicLink(machine.resolve("root/link"), machine.resolve("root-of-others"));

        for (String path : new String[] {"..", "../root-of-others", "/etc", "link", "missing", "run\0section"}) {
            assertThatExceptionOfType(RequestRejected.class)
                    .as(path)
                    .isThrownBy(() -> root.folder(path))
                    .withMessage("There is no such folder below the import root");
        }
    }

    @Test
    void refusesFoldersWithLinksThatLeadOut() throws IOException {
        Files.writeString(machine.resolve("secret"), "secret");
        Files.createSymbolicLink(section.resolve("cells.csv"), machine.resolve("secret"));

        assertThatThrownBy(() -> root.folder("run/section"))
                .isInstanceOf(RequestRejected.class)
                .hasMessageContaining("cells.csv");
    }

    @Test
    void allowsLinksWithinTheRoot() throws IOException {
        Path shared = Files.writeString(machine.resolve("root/cells.csv"), "cells");
        Files.createSymbolicLink(section.resolve("cells.csv"), shared);

        assertThat(root.folder("run/section")).isEqualTo(section);
    }

    @Test
    void refusesEverythingUntilARootIsSet() {
        assertThatThrownBy(() -> new ImportRoot("").folder("run"))
                .isInstanceOf(RequestRejected.class)
                .hasMessageContaining("cannot be imported here");
    }

    @Test
    void stopsTheStartWhenTheRootIsMissing() {
        assertThatThrownBy(() -> new ImportRoot(machine.resolve("nowhere").toString()))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nanocell.import-root");
    }
}
