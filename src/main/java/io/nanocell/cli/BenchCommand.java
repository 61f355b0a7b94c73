package io.nanocell.cli;

import io.nanocell.ingest.XeniumBundle;
import io.nanocell.pipeline.SectionBench;
import io.nanocell.simulation.SimulatedSection;
import io.nanocell.simulation.XeniumBundleWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// Simulates a section, runs the whole job on it without HTTP, and prints what each stage took.
final class BenchCommand implements Command {

    private static final double GIB = 1L << 30;

    @Override
    public Set<String> options() {
        return Set.of("cells", "genes", "seed", "runs", "keep");
    }

    @Override
    public String usage() {
        return "[--cells 20000] [--genes 480] [--seed 1] [--runs 1] [--keep FOLDER for the bundle]";
    }

    @Override
    public void run(Options options, PrintStream out) {
        int cells = options.integer("cells", 20_000, 1);
        int genes = options.integer("genes", 480, 1);
        int runs = options.integer("runs", 1, 1);
        var bench = new SectionBench();
        SimulatedSection section = bench.simulate(cells, genes, options.integer("seed", 1, 0));
        Path folder = folder(options);
        XeniumBundle bundle = XeniumBundleWriter.write(section, folder);
        for (int run = 1; run <= runs; run++) {
            out.println(String.format(
                    Locale.ROOT, "SYNTHETIC section, %,d cells × %d genes, run %d of %d", cells, genes, run, runs));
            print(bench.run(bundle, section), cells, out);
        }
    }

    private static Path folder(Options options) {
        try {
            String keep = options.text("keep", "");
            return keep.isBlank() ? Files.createTempDirectory("nanocell-bench") : Path.of(keep);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(SectionBench.Figures figures, int cells, PrintStream out) {
        out.println(String.format("%-12s %9s %9s %9s %12s", "stage", "wall s", "CPU s", "peak GiB", "cells/s"));
        for (SectionBench.StageFigures stage : figures.stages()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%-12s %9.2f %9.2f %9.2f %,12.0f",
                    stage.stage(),
                    stage.wall(),
                    stage.cpu(),
                    stage.peak() / GIB,
                    cells / Math.max(1e-9, stage.wall())));
        }
        out.println(String.format(
                Locale.ROOT,
                "total %.2f s; NMF objective %.6f; Q %.6f; %d clusters; ARI to the planted niches %.4f",
                figures.wall(),
                figures.objective(),
                figures.quality(),
                figures.clusters(),
                figures.ari()));
    }
}
