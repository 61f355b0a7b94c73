package io.nanocell.api;

import io.nanocell.pipeline.LiftAnswer;
import io.nanocell.pipeline.LiftRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lift ledger as a table, one line per cluster.
final class LiftTable {

    private LiftTable() {}

    static String of(LiftAnswer ledger) {
        var table = new Tsv(
                "number",
                "name",
                "cells",
                "outcome",
                "left",
                "best",
                "best_id",
                "best_support",
                "best_confidence",
                "best_p_value_max",
                "chosen",
                "chosen_id",
                "chosen_support",
                "chosen_confidence",
                "chosen_p_value_max",
                "action",
                "label",
                "cell_ontology_id",
                "verdict",
                "confidence",
                "decided_by",
                "reasons",
                "evidence_label",
                "evidence_cell_ontology_id",
                "evidence_verdict",
                "agreement",
                "truth",
                "effect");
        ledger.content().forEach(row -> table.line(cells(row)));
        return table.toString();
    }

    private static List<@Nullable Object> cells(LiftRow row) {
        List<@Nullable Object> cells = new ArrayList<@Nullable Object>();
        cells.addAll(Arrays.asList(row.number(), row.name(), row.cells(), row.outcome(), row.left()));
        cells.addAll(side(row.best()));
        cells.addAll(side(row.chosen()));
        cells.addAll(Arrays.asList(
                row.action(),
                row.label(),
                row.cellOntologyId(),
                row.verdict(),
                row.confidence(),
                row.decidedBy(),
                row.reasons(),
                row.evidenceLabel(),
                row.evidenceCellOntologyId(),
                row.evidenceVerdict(),
                row.agreement(),
                row.truth(),
                row.effect()));
        return cells;
    }

    private static List<@Nullable Object> side(LiftRow.@Nullable Side side) {
        return side == null
                ? Collections.nCopies(5, null)
                : Arrays.asList(
                        side.label(), side.cellOntologyId(), side.support(), side.confidence(), side.pValueMax());
    }
}
