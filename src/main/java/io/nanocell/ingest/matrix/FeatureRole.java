package io.nanocell.ingest.matrix;

import java.util.Set;

/// What a feature is for.
enum FeatureRole {
    GENE,
    CONTROL,
    OTHER;

    /// As XOA 1–4 write them; "Blank Codeword" is what XOA 1.0 calls an unassigned codeword.
    private static final Set<String> CONTROLS = Set.of(
            "Negative Control Probe",
            "Negative Control Codeword",
            "Unassigned Codeword",
            "Deprecated Codeword",
            "Genomic Control",
            "Blank Codeword");

    static FeatureRole of(String type) {
        if (type.equals("Gene Expression")) {
            return GENE;
        }
        return CONTROLS.contains(type) ? CONTROL : OTHER;
    }
}
