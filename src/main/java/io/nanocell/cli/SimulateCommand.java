package io.nanocell.cli;

import io.nanocell.pipeline.Simulations;
import io.nanocell.simulation.SectionSimulator;
import io.nanocell.simulation.SimulatedSection;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Set;

/// Writes a synthetic Xenium bundle with its truth.
final class SimulateCommand implements Command {

    @Override
    public Set<String> options() {
        return Set.of("out", "cells", "genes", "seed", "transcripts", "reference");
    }

    @Override
    public String usage() {
        return "--out FOLDER [--cells 20000] [--genes 380] [--seed 1] [--transcripts 150 per cell] [--reference FOLDER of official files]";
    }

    @Override
    public void run(Options options, PrintStream out) {
        Path folder = Path.of(options.required("out"));
        var simulations = Simulations.withReference(options.text("reference", ""));
        SectionSimulator simulator = SectionSimulator.of(
                options.integer("cells", 20_000, 1), options.integer("genes", 380, 1), options.integer("seed", 1, 0));
        SimulatedSection section = simulations.section(
                simulator.withTranscripts(options.integer("transcripts", (int) simulator.medianTranscripts(), 1)));
        simulations.write(section, folder);
        out.println("SYNTHETIC section of %,d cells, tissue %s, in %s"
                .formatted(section.section().cells(), section.design().tissue(), folder));
    }
}
