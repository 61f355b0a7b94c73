package io.nanocell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nanocell.confidence.ConfidenceCalibration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrateCommandTest {

    private static final Path OFFICIAL = Path.of("../shared/reference-data");
    private static final Path AZIMUTH = Path.of("../shared/benchmarks/marker-annotation-azimuth.tsv");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... arguments) {
        return Commands.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    @Test
    void fitsAndPrintsWhatUnseenTissuesShow() throws IOException {
        assumeTrue(Files.exists(OFFICIAL) && Files.exists(AZIMUTH), "the official files are not beside the project");
        Path file = folder.resolve("calibration.tsv");

        assertThat(run(
                        "calibrate",
                        "--reference",
                        OFFICIAL.toString(),
                        "--cases",
                        AZIMUTH.toString(),
                        "--out",
                        file.toString(),
                        "--figures",
                        folder.resolve("figures").toString(),
                        "--every",
                        "12"))
                .isZero();

        String table = out.toString(StandardCharsets.UTF_8);
        assertThat(table).contains("skill", "slope", "ECE", "AURC", "named clusters, 10 genes", "panel of 300");
        ConfidenceCalibration fitted = ConfidenceCalibration.parse(Files.readString(file));
        assertThat(fitted.provenance()).anyMatch(line -> line.startsWith("Cases: 22 named clusters"));
        assertThat(fitted.text()).isEqualTo(Files.readString(file));
        assertThat(folder.resolve("figures"))
                .isDirectoryContaining("glob:**/named-clusters-reliability.svg")
                .isDirectoryContaining("glob:**/cellmarker-lists-risk-coverage.svg");
    }

    @Test
    void asksForTheOfficialFiles() {
        assertThat(run("calibrate", "--cases", "x.tsv", "--out", "y.tsv")).isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("--reference is needed");
        assertThat(run("calibrate", "--reference", folder.resolve("none").toString(), "--cases", "x", "--out", "y"))
                .isEqualTo(2);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("is no folder");
    }
}
