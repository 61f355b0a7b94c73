package io.nanocell.evidence.cells;

import io.nanocell.numerics.FloatCsrMatrix;
import java.util.List;

/// The parts of one domain: how many cells, which genes tell them, what they express.
public final class DomainParts {

    private static final int MOST_CELLS = 3000; // of a domain, which tell its parts as well as all

    private static final double LEADS = 2;

    private final CellSample sample;
    private final CellMixture mixture;
    private final PartMarkers markers;

    private DomainParts(CellSample sample, CellMixture mixture, PartMarkers markers) {
        this.sample = sample;
        this.mixture = mixture;
        this.markers = markers;
    }

    /// @param expression cells × genes, log-normalised
    /// @param cells of the domain, not empty
    public static DomainParts of(FloatCsrMatrix expression, GeneTotals section, int[] cells) {
        CellSample sample = CellSample.of(expression, cells, MOST_CELLS);
        CellMixture mixture = CellParts.of(sample);
        return new DomainParts(sample, mixture, new PartMarkers(section, sample, mixture, cells.length));
    }

    /// @return number of parts, 1 where the cells are of one kind
    public int count() {
        return mixture.components();
    }

    /// @return share of a part among the domain's cells, 0..1
    public double share(int part) {
        return mixture.weight(part);
    }

    /// @return columns of a part's marker genes, strongest first
    public List<Integer> markers(int part, int most, double noiseFloor) {
        return markers.of(part, most, noiseFloor);
    }

    /// @return pct_in − pct_out of a gene in a part
    public double standsOut(int part, int gene) {
        return markers.difference(part, gene);
    }

    /// @param others parts to compare with
    /// @return whether none of them has as much as half of the gene
    public boolean leads(int part, int gene, List<Integer> others) {
        return markers.lead(part, gene, others) >= LEADS;
    }

    CellSample sample() {
        return sample;
    }

    /// @return ln of the share of every gene in a part
    double[] logProfile(int part) {
        double[] profile = new double[sample.genes()];
        for (int g = 0; g < profile.length; g++) {
            profile[g] = mixture.logProfile()[g * mixture.components() + part];
        }
        return profile;
    }
}
