package io.nanocell.cli;

import io.nanocell.pipeline.ConfidenceCalibrator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/// Fits the confidence anew and writes the file that ships with the service.
final class CalibrateCommand implements Command {

    @Override
    public Set<String> options() {
        return Set.of("reference", "cases", "out", "figures", "seed", "every");
    }

    @Override
    public String usage() {
        return "--reference FOLDER of official files --cases FILE.tsv of named clusters (as for evaluate) --out FILE"
                + " [--figures FOLDER for SVGs] [--seed 1] [--every 1: of the cases only every n-th, to try it out]";
    }

    @Override
    public void run(Options options, PrintStream out) {
        String reference = options.required("reference");
        if (!Files.isDirectory(Path.of(reference))) {
            throw new UsageException(reference + " is no folder");
        }
        Path cases = Path.of(options.required("cases"));
        Path file = Path.of(options.required("out"));
        var calibrator = ConfidenceCalibrator.withReference(reference, out::println);
        var outcome = calibrator.calibrate(
                CaseFile.read(cases).cases(),
                sha256(cases),
                options.integer("seed", 1, 0),
                options.integer("every", 1, 1));
        outcome.table().forEach(out::println);
        write(file, outcome.file(), out);
        String figures = options.text("figures", "");
        if (!figures.isBlank()) {
            outcome.figures().forEach((name, svg) -> write(Path.of(figures, name), svg, out));
        }
    }

    private static void write(Path file, String text, PrintStream out) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UsageException("cannot write " + file + ": " + e.getMessage());
        }
        out.println("written: " + file);
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UsageException("cannot read " + file + ": " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
