package io.nanocell.simulation;

import io.nanocell.ingest.XeniumSection;
import io.nanocell.reference.Species;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/// Makes a synthetic Xenium section with known truth, as hard as a real one: half of what is known about a type
/// does not hold, many genes mark nothing, counts are over-dispersed, 3 % of them float in and 5 % come from
/// the nearest neighbour. O(cells × genes) in time, 8 bytes per count above 0 in memory; the same bytes for the
/// same seed.
///
/// @param cells number of cells
/// @param genes number of genes on the panel, at least 150 of them neutral
/// @param seed decides everything that is random
/// @param medianTranscripts median of the expected transcripts per cell
/// @param ambient share of a cell's counts that float in the section
/// @param leak share of a cell's counts that come from its nearest neighbour
/// @param lowQuality share of cells with a twentieth of the transcripts
/// @param density cells per µm²
/// @param controlProbes number of negative control probes
/// @param controlCodewords number of negative control codewords
public record SectionSimulator(
        int cells,
        int genes,
        long seed,
        double medianTranscripts,
        double ambient,
        double leak,
        double lowQuality,
        double density,
        int controlProbes,
        int controlCodewords) {

    /// Of the panel of every synthetic section; shown wherever a panel's name is.
    public static final String PANEL_NAME = "Synthetic panel (simulated, not measured)";

    private static final int LAYOUT = 1; // streams of random numbers
    private static final int PANEL = 2;
    private static final int PROFILES = 3;
    private static final int LABELS = 4;

    public SectionSimulator {
        if (cells < 1 || genes < 1 || controlProbes < 0 || controlCodewords < 0) {
            throw new IllegalArgumentException("impossible size: %d cells, %d genes, %d + %d controls"
                    .formatted(cells, genes, controlProbes, controlCodewords));
        }
        if (!(ambient >= 0 && leak >= 0 && ambient + leak < 1 && lowQuality >= 0 && lowQuality <= 1)) {
            throw new IllegalArgumentException("shares must be in [0, 1], got ambient %s, leak %s, low quality %s"
                    .formatted(ambient, leak, lowQuality));
        }
        if (!(medianTranscripts > 0 && medianTranscripts < 1e6 && density > 0 && density < 1)) {
            throw new IllegalArgumentException("impossible tissue: %s transcripts per cell, %s cells per µm²"
                    .formatted(medianTranscripts, density));
        }
    }

    /// @return a simulator with 3 % ambient, 5 % leak, 150 transcripts per cell, 20 + 20 controls
    public static SectionSimulator of(int cells, int genes, long seed) {
        return new SectionSimulator(cells, genes, seed, 150, 0.03, 0.05, 0.02, 0.006, 20, 20);
    }

    /// @return the same with another median of the transcripts per cell
    public SectionSimulator withTranscripts(double median) {
        return new SectionSimulator(
                cells, genes, seed, median, ambient, leak, lowQuality, density, controlProbes, controlCodewords);
    }

    /// @return the demo: 20,000 cells × 380 genes
    public static SectionSimulator demo(long seed) {
        return of(20_000, 380, seed);
    }

    /// @param design which types, and where
    /// @param neutralCandidates genes that may fill the panel; known markers of planted types are left out
    /// @throws IllegalArgumentException if the panel is too small or the candidates are too few
    public SimulatedSection simulate(SectionDesign design, Collection<String> neutralCandidates) {
        List<SimulatedType> types = design.types();
        SyntheticPanel panel = SyntheticPanel.of(genes, types, neutralCandidates, new RandomStream(seed, PANEL));
        TissuePlan plan = TissuePlan.of(cells, design.niches().size(), density, new RandomStream(seed, LAYOUT));
        int[] typeOfCell = CellLabels.deal(design, types, plan.niche(), new RandomStream(seed, LABELS));
        SimulatedCounts counts = SimulatedCounts.of(
                this,
                ExpressionProfiles.of(types, panel, new RandomStream(seed, PROFILES)),
                typeOfCell,
                plan.nearest());
        XeniumSection section = new XeniumSection(
                IntStream.range(0, cells).mapToObj(SectionSimulator::cellId).toList(),
                plan.x(),
                plan.y(),
                IntStream.range(0, genes).mapToObj(SectionSimulator::geneId).toList(),
                panel.genes(),
                counts.genes(),
                controlNames(),
                counts.controls(),
                0,
                Species.HUMAN,
                PANEL_NAME,
                null,
                List.of());
        return new SimulatedSection(section, design, panel, types, typeOfCell, plan.niche(), this);
    }

    /// As Xenium writes them: the number in base 16 with the digits a … p, then the set, "aaaaaaab-1".
    private static String cellId(int cell) {
        char[] id = new char[8];
        for (int i = 0; i < id.length; i++) {
            id[i] = (char) ('a' + (cell >>> (4 * (id.length - 1 - i)) & 0xf));
        }
        return new String(id) + "-1";
    }

    /// An id of the right form that Ensembl has not given out: nobody can take the gene for a measured one.
    private static String geneId(int gene) {
        return "ENSG999%08d".formatted(gene + 1);
    }

    private List<String> controlNames() {
        return IntStream.range(0, controlProbes + controlCodewords)
                .mapToObj(c -> c < controlProbes
                        ? "NegControlProbe_%05d".formatted(c + 1)
                        : "NegControlCodeword_%04d".formatted(500 + c - controlProbes))
                .toList();
    }
}
