package io.nanocell.ingest.metadata;

import io.nanocell.ingest.Notice;
import io.nanocell.ingest.check.Offenders;
import io.nanocell.reference.Species;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the matrix, the panel file and the experiment file say together. The matrix is what was measured, so it
/// wins; a contradiction is a notice.
///
/// @param species of the genes; else of the panel; null where neither tells
/// @param panelName of the panel file, else of the experiment file
/// @param notices the contradictions
public record SectionMetadata(
        @Nullable Species species, @Nullable String panelName, List<Notice> notices) {

    public static final String PANEL_MISMATCH = "PANEL_MISMATCH";
    public static final String SPECIES_MISMATCH = "SPECIES_MISMATCH";
    public static final String COUNT_MISMATCH = "COUNT_MISMATCH";
    public static final String UNSUPPORTED_SPECIES = "UNSUPPORTED_SPECIES";

    /// @param geneIds of the matrix
    /// @param genes symbols, in the same order
    /// @param cells of the matrix
    public static SectionMetadata of(
            List<String> geneIds,
            List<String> genes,
            int cells,
            @Nullable ExperimentFile experiment,
            @Nullable GenePanelFile panel) {
        List<Notice> notices = new ArrayList<>();
        SpeciesOfGenes ofGenes = SpeciesOfGenes.of(geneIds);
        if (ofGenes.isMixed()) {
            notices.add(new Notice(
                    SPECIES_MISMATCH,
                    "The genes are of several species: %d human, %d mouse, %d other Ensembl ids."
                            .formatted(ofGenes.humans(), ofGenes.mice(), ofGenes.others())));
        } else if (ofGenes.isUnsupported()) {
            notices.add(
                    new Notice(UNSUPPORTED_SPECIES, "The genes are neither human nor mouse: " + geneIds.getFirst()));
        }
        String panelSpecies = panel == null ? null : panel.species();
        String organism = experiment == null ? null : experiment.organism();
        Optional<Species> species = ofGenes.species();
        compareSpecies(species, "gene_panel.json", panelSpecies, notices);
        compareSpecies(species, "experiment.xenium", organism, notices);
        if (species.isEmpty() && !ofGenes.isMixed() && !ofGenes.isUnsupported()) {
            species = named(panelSpecies, notices).or(() -> named(organism, notices));
        }
        if (panel != null) {
            comparePanel(panel, geneIds, genes, notices);
        }
        if (experiment != null) {
            compareExperiment(experiment, cells, genes.size(), notices);
        }
        String panelName = panel == null ? null : panel.name();
        if (panelName == null && experiment != null) {
            panelName = experiment.panelName();
        }
        return new SectionMetadata(species.orElse(null), panelName, List.copyOf(notices));
    }

    private static void compareSpecies(
            Optional<Species> ofGenes, String file, @Nullable String named, List<Notice> notices) {
        if (named != null && ofGenes.isPresent() && !SpeciesOfGenes.named(named).equals(ofGenes)) {
            notices.add(new Notice(
                    SPECIES_MISMATCH,
                    "%s says %s, but the genes are %s; the genes count."
                            .formatted(file, named, ofGenes.get().name().toLowerCase(java.util.Locale.ROOT))));
        }
    }

    private static Optional<Species> named(@Nullable String text, List<Notice> notices) {
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        Optional<Species> species = SpeciesOfGenes.named(text);
        if (species.isEmpty()) {
            notices.add(new Notice(UNSUPPORTED_SPECIES, "The panel is of species " + text));
        }
        return species;
    }

    private static void comparePanel(
            GenePanelFile panel, List<String> geneIds, List<String> genes, List<Notice> notices) {
        Long declared = panel.geneTargets();
        if (declared != null && declared != genes.size()) {
            notices.add(new Notice(
                    PANEL_MISMATCH,
                    "gene_panel.json declares %d genes, the matrix has %d.".formatted(declared, genes.size())));
        }
        Map<String, String> targets = panel.genes();
        if (targets.isEmpty()) {
            return;
        }
        Set<String> measured = new HashSet<>(geneIds);
        measured.addAll(genes);
        Set<String> listed = new HashSet<>(targets.keySet());
        listed.addAll(targets.values());
        Offenders unmeasured = new Offenders();
        targets.forEach((id, name) -> {
            if (!measured.contains(id) && !measured.contains(name)) {
                unmeasured.add(() -> name);
            }
        });
        Offenders unlisted = new Offenders();
        for (int g = 0; g < genes.size(); g++) {
            String name = genes.get(g);
            if (!listed.contains(geneIds.get(g)) && !listed.contains(name)) {
                unlisted.add(() -> name);
            }
        }
        if (!unmeasured.isEmpty()) {
            notices.add(new Notice(
                    PANEL_MISMATCH, "Genes of gene_panel.json that the matrix lacks: %s.".formatted(unmeasured)));
        }
        if (!unlisted.isEmpty()) {
            notices.add(new Notice(
                    PANEL_MISMATCH, "Genes of the matrix that gene_panel.json lacks: %s.".formatted(unlisted)));
        }
    }

    private static void compareExperiment(ExperimentFile experiment, int cells, int genes, List<Notice> notices) {
        if (experiment.cells() != null && experiment.cells() != cells) {
            notices.add(new Notice(
                    COUNT_MISMATCH,
                    "experiment.xenium declares %d cells, the matrix has %d.".formatted(experiment.cells(), cells)));
        }
        Long predesigned = experiment.predesignedTargets();
        Long custom = experiment.customTargets();
        if (predesigned != null || custom != null) {
            long declared = (predesigned == null ? 0 : predesigned) + (custom == null ? 0 : custom);
            if (declared != genes) {
                notices.add(new Notice(
                        PANEL_MISMATCH,
                        "experiment.xenium declares %d genes, the matrix has %d.".formatted(declared, genes)));
            }
        }
    }
}
