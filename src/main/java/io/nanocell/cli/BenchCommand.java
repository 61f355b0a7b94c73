package io.nanocell.cli;

import io.nanocell.ingest.XeniumBundle;
import io.nanocell.pipeline.SectionBench;
import io.nanocell.simulation.PlantedNiches;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Runs the whole job on a synthetic section without HTTP, and prints what each stage took.
///
/// A process of its own simulates the section, so that the peak of this one is that of the job. A section that is
/// there already (`--bundle`) is not made again.
final class BenchCommand implements Command {

    private static final double GIB = 1L << 30;

    @Override
    public Set<String> options() {
        return Set.of("cells", "genes", "seed", "transcripts", "runs", "keep", "bundle");
    }

    @Override
    public String usage() {
        return "[--cells 20000] [--genes 480] [--transcripts 205 per cell] [--seed 1] [--keep FOLDER for the bundle]"
                + " [--bundle FOLDER of an earlier one] [--runs 1]";
    }

    @Override
    public void run(Options options, PrintStream out) {
        Path folder = section(options, out);
        XeniumBundle bundle = XeniumBundle.inFolder(folder);
        PlantedNiches niches = PlantedNiches.in(folder);
        int cells = niches.nicheOfCell().length;
        int runs = options.integer("runs", 1, 1);
        var bench = new SectionBench();
        for (int run = 1; run <= runs; run++) {
            System.gc(); // what the last run left is no part of this one
            out.println(String.format(
                    Locale.ROOT, "SYNTHETIC section of %,d cells, run %d of %d, %s", cells, run, runs, Machine.told()));
            SectionBench.Figures figures = bench.run(bundle, niches.nicheOfCell());
            print(figures, cells, out);
            write(figures, folder.resolve("bench.tsv"));
        }
    }

    /// @return folder of the bundle to run on
    private static Path section(Options options, PrintStream out) {
        String bundle = options.text("bundle", "");
        if (!bundle.isBlank()) {
            return Path.of(bundle);
        }
        String keep = options.text("keep", "");
        try {
            Path folder = keep.isBlank() ? Files.createTempDirectory("nanocell-bench") : Path.of(keep);
            Machine.runAnew(
                    out,
                    "simulate",
                    "--out=" + folder,
                    "--cells=" + options.integer("cells", 20_000, 1),
                    "--genes=" + options.integer("genes", 480, 1),
                    "--transcripts=" + options.integer("transcripts", 205, 1),
                    "--seed=" + options.integer("seed", 1, 0));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(SectionBench.Figures figures, int cells, PrintStream out) {
        out.println(String.format("%-12s %9s %9s %9s %12s", "stage", "wall s", "CPU s", "peak GiB", "cells/s"));
        for (SectionBench.StageFigures stage : figures.stages()) {
            print(stage, cells, out);
        }
        long peak = figures.stages().getLast().peak();
        print(new SectionBench.StageFigures("total", figures.wall(), figures.cpu(), peak), cells, out);
        out.println(String.format(
                Locale.ROOT,
                "NMF objective %.6f; Leiden quality Q %.6f; %d clusters; ARI to the planted niches %.4f",
                figures.objective(),
                figures.quality(),
                figures.clusters(),
                figures.ari()));
    }

    private static void print(SectionBench.StageFigures stage, int cells, PrintStream out) {
        out.println(String.format(
                Locale.ROOT,
                "%-12s %9.2f %9.2f %9.2f %,12.0f",
                stage.stage(),
                stage.wall(),
                stage.cpu(),
                stage.peak() / GIB,
                cells / Math.max(1e-9, stage.wall())));
    }

    /// For the Python yardstick, which sets its own figures beside these.
    private static void write(SectionBench.Figures figures, Path file) {
        StringBuilder text = new StringBuilder("stage\twall_s\tcpu_s\tpeak_bytes\n");
        for (SectionBench.StageFigures stage : figures.stages()) {
            text.append(String.format(
                    Locale.ROOT, "%s\t%.4f\t%.4f\t%d\n", stage.stage(), stage.wall(), stage.cpu(), stage.peak()));
        }
        for (var figure : List.of(
                "objective\t" + figures.objective(), "quality\t" + figures.quality(), "ari\t" + figures.ari())) {
            text.append(figure).append("\t\t\n");
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
