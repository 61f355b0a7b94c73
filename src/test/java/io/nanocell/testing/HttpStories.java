package io.nanocell.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Runs the user stories of `http-tests` with the runner that is pinned there, as a person does on the command line.
public final class HttpStories {

    private static final Path FOLDER = Path.of("http-tests");
    private static final Path RUNNER = FOLDER.resolve("node_modules/httpyac/bin/httpyac.js");

    private HttpStories() {}

    /// @param subfolder of `http-tests`; "" for the stories themselves
    /// @return their files, sorted by name
    public static List<Path> in(String subfolder) {
        try (var files = Files.list(FOLDER.resolve(subfolder))) {
            return files.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return whether Node.js and the runner are there
    public static boolean canRun() {
        return Files.exists(RUNNER) && isThere("node", "--version");
    }

    /// Fails with what the runner printed if an assertion of the story does not hold. Skips where Node.js or the runner
    /// is missing.
    public static void run(Path story, Map<String, String> variables) {
        assumeTrue(isThere("node", "--version"), "Node.js is not installed");
        assumeTrue(Files.exists(RUNNER), "the runner is not installed: npm ci --prefix http-tests");
        List<String> command = new ArrayList<>(List.of(
                "node",
                RUNNER.toString(),
                "send",
                "--all",
                "--output",
                "none",
                "--output-failed",
                "exchange",
                "--var"));
        variables.forEach((name, value) -> command.add(name + "=" + value));
        command.addAll(List.of("--", story.toString()));
        try {
            Path log = ServiceFolders.ROOT.resolve(story.getFileName() + ".log");
            Files.createDirectories(ServiceFolders.ROOT);
            Process runner = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            boolean ended = runner.waitFor(5, TimeUnit.MINUTES);
            runner.destroyForcibly();
            String printed = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
            assertThat(ended).as(printed).isTrue();
            assertThat(runner.exitValue()).as(printed).isZero();
            assertThat(printed).contains(" succeeded)"); // requests were sent at all
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isThere(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
