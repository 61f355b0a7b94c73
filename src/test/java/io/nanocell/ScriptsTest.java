package io.nanocell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scripts that run once in a container, run here: `ollama` is a stand-in that notes what it is asked.
class ScriptsTest {

    private static final Path SHELL = Path.of("/bin/sh");

    @TempDir
    private Path folder;

    private Path calls;

    private record Run(int status, String printed) {}

    @BeforeEach
    void standIn() throws IOException {
        assumeTrue(Files.exists(SHELL), "there is no POSIX shell");
        calls = Files.createFile(folder.resolve("calls"));
        Path ollama = Files.createDirectory(folder.resolve("bin")).resolve("ollama");
        Files.writeString(ollama, """
                #!/bin/sh
                echo "$@" >>"$CALLS"
                for last; do :; done
                if [ "$1" = create ]; then grep -e FROM -e TEMPLATE "$last" >>"$CALLS"; fi
                case "$*" in
                  *--template*) printf '%s' "$SHOWN" ;;
                  show*) echo "    architecture        $ARCHITECTURE" ;;
                esac
                case " $FAILING " in *" $1 "*) [ "$1" = show ] && [ -n "$(grep create "$CALLS")" ] || exit 1 ;; esac
                """);
        assertThat(ollama.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void theModelIsPulledWhereItIsMissing() throws IOException, InterruptedException {
        Path empty = Files.createDirectory(folder.resolve("gguf"));
        assertThat(loadModel(empty, "show").status()).isZero();
        assertThat(Files.readString(calls))
                .contains("pull qwen2.5:1.5b\n", "create nanocell -f ", "FROM qwen2.5:1.5b\n");
    }

    @Test
    void aModelFileIsImportedInsteadOfPulled() throws IOException, InterruptedException {
        Path gguf = Files.createDirectory(folder.resolve("gguf"));
        Files.createFile(gguf.resolve("qwen.gguf"));
        assertThat(loadModel(gguf, "show").status()).isZero();
        assertThat(Files.readString(calls))
                .contains("create qwen2.5:1.5b -f ", "FROM " + gguf.resolve("qwen.gguf"))
                .doesNotContain("pull");
    }

    @Test
    void aModelWithoutAChatTemplateGetsThatOfQwen() throws IOException, InterruptedException {
        Path gguf = Files.createDirectory(folder.resolve("gguf"));
        Files.createFile(gguf.resolve("qwen.gguf"));
        assertThat(loadModel(gguf, "show", "{{ .Prompt }}", "qwen2").status()).isZero();
        assertThat(Files.readString(calls))
                .contains("FROM " + gguf.resolve("qwen.gguf") + "\n", "FROM qwen2.5:1.5b\nTEMPLATE \"\"\"{{- range");
    }

    @Test
    void aModelOfAnotherMakerIsNotGuessedAt() throws IOException, InterruptedException {
        assertThat(loadModel(folder, "", "{{ .Prompt }}", "llama")).satisfies(run -> {
            assertThat(run.status()).isNotZero();
            assertThat(run.printed()).contains("no chat template that Ollama knows");
        });
        assertThat(Files.readString(calls)).doesNotContain("create");
    }

    @Test
    void aModelThatIsThereIsLeftAlone() throws IOException, InterruptedException {
        assertThat(loadModel(folder, "").status()).isZero();
        assertThat(Files.readString(calls)).doesNotContain("pull", "create qwen");
    }

    @Test
    void aFailureEndsWithAStatusThatIsTriedAgain() throws IOException, InterruptedException {
        assertThat(loadModel(folder, "show pull").status()).isNotZero();
        Files.createFile(folder.resolve("a.gguf"));
        Files.createFile(folder.resolve("b.gguf"));
        assertThat(loadModel(folder, "show")).satisfies(run -> {
            assertThat(run.status()).isNotZero();
            assertThat(run.printed()).contains("2 GGUF files");
        });
    }

    @Test
    void thePasswordIsDrawnOnceAndNeverPrinted() throws IOException, InterruptedException {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        var run = run(Map.of(), "docker/db-password.sh", first.toString());
        run(Map.of(), "docker/db-password.sh", second.toString());
        String password = Files.readString(first);
        assertThat(password).matches("[0-9a-f]{48}").isNotEqualTo(Files.readString(second));
        assertThat(run.printed()).doesNotContain(password);

        run(Map.of("NANOCELL_DB_PASSWORD", "another"), "docker/db-password.sh", first.toString());
        assertThat(first).hasContent(password); // the database keeps what it was made with
    }

    @Test
    void thePasswordMayBeGiven() throws IOException, InterruptedException {
        Path file = folder.resolve("file");
        run(Map.of("NANOCELL_DB_PASSWORD", "of the lab's own"), "docker/db-password.sh", file.toString());
        assertThat(Files.readString(file)).isEqualTo("of the lab's own");
    }

    private Run loadModel(Path gguf, String failing) throws IOException, InterruptedException {
        return loadModel(gguf, failing, "{{- range .Messages }}…", "qwen2");
    }

    /// @param failing commands of `ollama` that fail; `show` until something was created
    /// @param template that `ollama show` tells
    private Run loadModel(Path gguf, String failing, String template, String architecture)
            throws IOException, InterruptedException {
        return run(
                Map.of(
                        "PATH",
                        folder.resolve("bin") + File.pathSeparator + System.getenv("PATH"),
                        "CALLS",
                        calls.toString(),
                        "FAILING",
                        failing,
                        "SHOWN",
                        template,
                        "ARCHITECTURE",
                        architecture),
                "ollama/load-model.sh",
                gguf.toString());
    }

    private static Run run(Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(SHELL.toString()));
        all.addAll(List.of(command));
        var builder = new ProcessBuilder(all).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), printed);
    }
}
