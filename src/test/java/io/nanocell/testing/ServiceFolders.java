package io.nanocell.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/// Gives the service of [WholeService] a data directory, an import root and an Ollama of its own, once per JVM; and a
/// database where the tests were given a [DatabaseServer], else it brings its own.
public final class ServiceFolders implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /// Everything below is new for each JVM.
    public static final Path ROOT = Path.of("target", "it")
            .toAbsolutePath()
            .resolve("service-" + ProcessHandle.current().pid());

    public static final Path DATA = ROOT.resolve("data");
    public static final Path IMPORTS = ROOT.resolve("imports");

    /// What the service asks. Down, unless a test wants it up.
    public static final FakeOllama OLLAMA = FakeOllama.start();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            Files.createDirectories(IMPORTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        OLLAMA.down();
        TestPropertyValues.of(
                        "nanocell.data-dir=" + DATA,
                        "nanocell.import-root=" + IMPORTS,
                        "nanocell.model.timeout=20s",
                        "spring.ai.ollama.base-url=" + OLLAMA.baseUrl())
                .applyTo(context);
        if (DatabaseServer.running().external()) {
            var database = DatabaseServer.running().newDatabase();
            TestPropertyValues.of(
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.user(),
                            "spring.datasource.password=" + database.password())
                    .applyTo(context);
        }
    }
}
