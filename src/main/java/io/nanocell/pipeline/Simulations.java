package io.nanocell.pipeline;

import io.nanocell.ingest.XeniumBundle;
import io.nanocell.simulation.DemoDesign;
import io.nanocell.simulation.SectionDesign;
import io.nanocell.simulation.SectionSimulator;
import io.nanocell.simulation.SimulatedSection;
import io.nanocell.simulation.XeniumBundleWriter;
import java.nio.file.Path;

/// Synthetic sections, made of the types that the reference data in use know.
public final class Simulations {

    private final Knowledge knowledge;

    Simulations(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /// With the reference data that a service of this folder would use.
    ///
    /// @param official folder of the official files; blank for the shipped tables
    public static Simulations withReference(String official) {
        return new Simulations(ReferenceConfiguration.knowledge(official));
    }

    /// @return eight niches, five of them pure, two half and half, one ambiguous; the same for the same arguments
    public SimulatedSection section(int cells, int genes, long seed) {
        return section(SectionSimulator.of(cells, genes, seed));
    }

    /// @return the same design from a simulator of the caller's making
    public SimulatedSection section(SectionSimulator simulator) {
        SectionDesign design = new DemoDesign(simulator.seed()).choose(KnownTypes.of(knowledge));
        return simulator.simulate(design, KnownTypes.neutralGenes(knowledge));
    }

    /// Writes the section and the truth about it as an official bundle.
    public XeniumBundle write(SimulatedSection section, Path folder) {
        return XeniumBundleWriter.write(section, folder);
    }
}
