package io.nanocell.api.report;

import static java.util.Map.entry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the codes under `reasons` mean, for readers who do not know them.
public final class ReportReasons {

    private static final Map<String, String> WORDS = Map.ofEntries(
            entry("TWO_LINEAGES", "The cells fall into two lineages or more, each on markers of its own."),
            entry("NO_SUPPORT", "No cell type is supported better than by a random list of markers."),
            entry("MODEL_PREFERRED", "The language model chose another type than the best-supported one."),
            entry(
                    "MODEL_OVERRULED",
                    "The evidence is clear; the language model wanted another type and was not heard."),
            entry("MODEL_ABSTAINED", "The language model answered that it cannot tell."),
            entry(
                    "MODEL_CONTRADICTS_EVIDENCE",
                    "The evidence is not clear and the language model wanted another type."),
            entry("NO_MODEL", "There was no usable answer of a language model: the evidence alone decided."),
            entry("BACKED_OFF", "The subtypes cannot be told apart; the label is what they have in common."),
            entry("LOW_CONFIDENCE", "The best candidate is not sure enough to be shown as a label."),
            entry("NO_FUNCTION", "No enriched function speaks for or against the label."),
            entry("LOW_COVERAGE", "Too few of the markers are known to any cell type: nothing is called."),
            entry(
                    "POSSIBLY_MALIGNANT",
                    "An epithelial label in a tumour, at most MODERATE: these markers cannot tell a carcinoma cell from "
                            + "a healthy one."),
            entry(
                    "SECOND_LINEAGE",
                    "A second lineage is above chance too, though the cells show no mixture: at most MODERATE."),
            entry(
                    "LINEAGE_BY_CHANCE",
                    "The label is above chance, the markers that its lineage alone claims are not: at most MODERATE."),
            entry(
                    "WEAK_MARKERS",
                    "No supporting marker sets the cluster's cells clearly apart from the others: nothing is called."),
            entry("MOUSE_BY_ORTHOLOGY", "Mouse genes are known by their human orthologs only: at most MODERATE."),
            entry("OTHER_ORGAN", "The label names another organ than the sample's: at most MODERATE."),
            entry("SMALL_CLUSTER", "Too few cells to be assessed."));

    private ReportReasons() {}

    /// @return null for a code that is not known here
    public static @Nullable String words(String code) {
        return WORDS.get(code);
    }
}
