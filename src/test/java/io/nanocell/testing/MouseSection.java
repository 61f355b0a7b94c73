package io.nanocell.testing;

import io.nanocell.ingest.XeniumSection;
import io.nanocell.pipeline.Simulations;
import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.reference.Species;
import io.nanocell.simulation.SimulatedSection;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import java.util.stream.IntStream;

/// A synthetic section of a mouse: the counts of a human one, its genes under their mouse names and ids. A gene that
/// mice lack gets a name that nobody knows.
public final class MouseSection {

    private MouseSection() {}

    /// @return the files by the part they are uploaded as
    public static Map<String, Path> of(Sections human) {
        ReferenceKnowledge knowledge = ReferenceKnowledge.load(null);
        XeniumSection section = human.simulated().section();
        SequencedSet<String> names = new LinkedHashSet<>();
        for (String gene : section.genes()) {
            String mouse = knowledge.orthologs().ofHuman(gene, knowledge.symbols()).stream()
                    .filter(name -> !names.contains(name))
                    .findFirst()
                    .orElse("Lacking-" + gene.toLowerCase(Locale.ROOT));
            names.add(mouse);
        }
        List<String> ids = IntStream.range(0, names.size())
                .mapToObj("ENSMUSG%011d"::formatted)
                .toList();
        SimulatedSection of = human.simulated();
        var mouse = new SimulatedSection(
                new XeniumSection(
                        section.cellIds(),
                        section.x(),
                        section.y(),
                        ids,
                        new ArrayList<>(names),
                        section.counts(),
                        section.controlNames(),
                        section.controls(),
                        section.otherFeatures(),
                        Species.MOUSE,
                        section.panelName(),
                        section.groups(),
                        section.notices()),
                of.design(),
                of.panel(),
                of.types(),
                of.typeOfCell(),
                of.nicheOfCell(),
                of.parameters());
        Path folder = ServiceFolders.IMPORTS.resolve("mouse-" + section.cells());
        Simulations.withReference("").write(mouse, folder);
        return new Sections(mouse, folder).parts();
    }
}
