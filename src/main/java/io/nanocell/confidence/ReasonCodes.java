package io.nanocell.confidence;

/// Codes of what bears on a confidence.
public final class ReasonCodes {

    /// No functional program is supported, so functions say nothing.
    public static final String NO_FUNCTION = "NO_FUNCTION";

    /// Less than a quarter of the marker weight is known to any label: nothing is called.
    public static final String LOW_COVERAGE = "LOW_COVERAGE";

    /// An epithelial call in a tumour: at most MODERATE.
    public static final String POSSIBLY_MALIGNANT = "POSSIBLY_MALIGNANT";

    /// A second lineage is above chance too, though the cells do not show a mixture: at most MODERATE.
    public static final String SECOND_LINEAGE = "SECOND_LINEAGE";

    /// The candidate is above chance, the markers that its lineage alone claims are not: at most MODERATE.
    public static final String LINEAGE_BY_CHANCE = "LINEAGE_BY_CHANCE";

    /// No supporting marker sets the cluster's cells clearly apart from the others: nothing is called.
    public static final String WEAK_MARKERS = "WEAK_MARKERS";

    /// A mouse's genes are known by their human orthologs only: at most MODERATE.
    public static final String MOUSE_BY_ORTHOLOGY = "MOUSE_BY_ORTHOLOGY";

    /// The label names another organ than the sample's: at most MODERATE.
    public static final String OTHER_ORGAN = "OTHER_ORGAN";

    private ReasonCodes() {}
}
