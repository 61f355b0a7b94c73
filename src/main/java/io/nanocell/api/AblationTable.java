package io.nanocell.api;

import io.nanocell.results.AblationRow;
import io.nanocell.results.AblationView;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The rows of an ablation as a table: the one that a study prints.
final class AblationTable {

    private AblationTable() {}

    static String of(AblationView ablation) {
        var table = new Tsv(
                "evidence",
                "enum",
                "top",
                "policy",
                "asked",
                "agreement",
                "off_list",
                "abstained",
                "unusable",
                "unavailable",
                "coverage",
                "accuracy",
                "ontology_mean",
                "flips",
                "evidence_flips");
        for (AblationRow row : ablation.rows()) {
            table.line(Arrays.asList(
                    row.evidence().stream().map(Enum::name).collect(Collectors.joining("+")),
                    row.enumerated() ? "on" : "off",
                    row.top(),
                    row.policy(),
                    row.asked(),
                    row.agreement(),
                    row.offList(),
                    row.abstained(),
                    row.unusable(),
                    row.unavailable(),
                    row.coverage(),
                    row.accuracy(),
                    row.ontologyMean(),
                    row.flips(),
                    row.evidenceFlips()));
        }
        return table.toString();
    }
}
