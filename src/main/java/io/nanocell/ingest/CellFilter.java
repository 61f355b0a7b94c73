package io.nanocell.ingest;

import io.nanocell.ingest.quality.ApprovedGenes;
import io.nanocell.ingest.quality.LogNormalisation;
import io.nanocell.ingest.quality.Median;
import io.nanocell.ingest.quality.Rows;
import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.reference.GeneSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Quality control: first cells, then genes over the kept cells, each once; totals after both. O(entries) in
/// time and memory.
///
/// A kept cell whose every transcript is of a gene that is dropped stays, with an empty row: it passed the rule
/// for cells, and it has no value that could be NaN.
///
/// @param minTranscripts a kept cell has at least so many transcripts of genes
/// @param minGenes and of at least so many genes
/// @param minCells a kept gene is found in at least so many of the kept cells
public record CellFilter(int minTranscripts, int minGenes, int minCells) {

    public CellFilter {
        if (minTranscripts < 0 || minGenes < 0 || minCells < 0) {
            throw new IllegalArgumentException("limits cannot be negative, got %d transcripts, %d genes, %d cells"
                    .formatted(minTranscripts, minGenes, minCells));
        }
    }

    /// @return at least 10 transcripts and 5 genes per cell, 10 cells per gene
    public static CellFilter defaults() {
        return new CellFilter(10, 5, 10);
    }

    /// @param symbols of the section's species: they turn the panel's names into approved ones
    /// @return what passes, normalised
    public SpatialDataset apply(XeniumSection section, GeneSymbols symbols) {
        ApprovedGenes genes = ApprovedGenes.of(section, symbols);
        double[] transcripts = Rows.totals(genes.counts());
        double[] genesOfCell = Rows.entries(genes.counts());
        FilterReason[] reasons = new FilterReason[transcripts.length];
        for (int cell = 0; cell < reasons.length; cell++) {
            reasons[cell] = reason(transcripts[cell], genesOfCell[cell]);
        }
        int[] kept = IntStream.range(0, reasons.length)
                .filter(cell -> reasons[cell] == FilterReason.NONE)
                .toArray();

        int[] cellsOfGene = Rows.rowsWithColumn(genes.counts(), kept);
        int[] column = new int[cellsOfGene.length];
        List<String> keptGenes = new ArrayList<>();
        for (int g = 0; g < column.length; g++) {
            column[g] = -1;
            if (cellsOfGene[g] >= minCells) {
                column[g] = keptGenes.size();
                keptGenes.add(genes.symbols().get(g));
            }
        }
        FloatCsrMatrix counts = Rows.select(genes.counts(), kept, column, keptGenes.size());
        double[] totals = Rows.totals(counts);
        int controls = section.controlNames().size();
        QualityReport quality = new QualityReport(
                reasons.length,
                kept.length,
                keptGenes.size(),
                Median.of(transcripts),
                Median.of(genesOfCell),
                controlRate(section.controls(), transcripts),
                Math.toIntExact(
                        Arrays.stream(transcripts).filter(total -> total == 0).count()),
                counted(reasons));
        return new SpatialDataset(
                section.withoutCounts(),
                kept,
                List.of(reasons),
                List.copyOf(keptGenes),
                at(section.x(), kept),
                at(section.y(), kept),
                LogNormalisation.toMedian(totals).inPlace(counts, totals),
                Rows.select(
                        section.controls(), kept, IntStream.range(0, controls).toArray(), controls),
                quality,
                notices(section, genes, quality));
    }

    private FilterReason reason(double transcripts, double genes) {
        if (transcripts < minTranscripts) {
            return FilterReason.TOO_FEW_TRANSCRIPTS;
        }
        return genes < minGenes ? FilterReason.TOO_FEW_GENES : FilterReason.NONE;
    }

    private static double controlRate(FloatCsrMatrix controls, double[] transcripts) {
        double ofControls = Arrays.stream(Rows.totals(controls)).sum();
        double all = ofControls + Arrays.stream(transcripts).sum();
        return all == 0 ? 0 : ofControls / all;
    }

    private static Map<FilterReason, Integer> counted(FilterReason[] reasons) {
        Map<FilterReason, Integer> counted = new EnumMap<>(FilterReason.class);
        for (FilterReason reason : reasons) {
            if (reason != FilterReason.NONE) {
                counted.merge(reason, 1, Integer::sum);
            }
        }
        return Collections.unmodifiableMap(counted);
    }

    private static double[] at(double[] values, int[] indices) {
        return Arrays.stream(indices).mapToDouble(i -> values[i]).toArray();
    }

    private static List<Notice> notices(XeniumSection section, ApprovedGenes genes, QualityReport quality) {
        List<Notice> notices = new ArrayList<>(section.notices());
        if (section.controlNames().isEmpty()) {
            notices.add(new Notice(
                    "NO_CONTROLS", "The matrix has no control features, so the noise of the section is not known."));
        }
        if (!genes.merged().isEmpty()) {
            List<String> merged = new ArrayList<>();
            genes.merged().forEach((symbol, names) -> merged.add(symbol + " from " + String.join(" + ", names)));
            notices.add(new Notice(
                    "DUPLICATE_GENES", "Features of one gene were added up: " + String.join(", ", merged) + "."));
        }
        int filtered = quality.cellsIn() - quality.cellsKept();
        if (filtered > quality.cellsKept()) {
            notices.add(new Notice(
                    "MOST_CELLS_FILTERED",
                    "%d of %d cells have too few transcripts or genes.".formatted(filtered, quality.cellsIn())));
        }
        return List.copyOf(notices);
    }
}
