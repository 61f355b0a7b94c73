package io.nanocell.pipeline;

import io.nanocell.reference.CellOntology;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks a request to score labels before anything is computed, and names everything that does not hold, up to a
/// hundred things.
final class EvaluationCheck {

    static final int MOST_ROWS = 1_000_000;

    private static final int MOST_VIOLATIONS = 100;
    private static final int MOST_TERMS = 100;
    private static final int LONGEST_TEXT = 500;
    private static final int SHOWN = 100;

    private final CellOntology ontology;
    private final List<ProblemViolation> violations = new ArrayList<>();

    EvaluationCheck(CellOntology ontology) {
        this.ontology = ontology;
    }

    /// @throws RequestRejected naming every value that does not hold
    void check(EvaluationRequest request) {
        if (request.jobId() == null && request.predictions() == null) {
            add("jobId", null, "send the id of a finished job, or predictions");
        } else if (request.jobId() != null && request.predictions() != null) {
            add("predictions", null, "send either jobId or predictions, not both");
        }
        if (request.cellLabels() != null
                && (request.jobId() == null || request.unit() != EvaluationRequest.Unit.CELL)) {
            add("cellLabels", request.cellLabels(), "for the cells of a job only: leave it out");
        }
        rows("truth", request.truth(), this::truth);
        if (request.predictions() != null) {
            rows("predictions", request.predictions(), this::prediction);
        }
        if (!violations.isEmpty()) {
            throw new RequestRejected("invalid-parameters", 422, "The labels cannot be scored.", violations);
        }
    }

    /// Checks one row.
    private interface RowCheck<T> {

        void check(String at, T row, Set<String> seen);
    }

    private <T> void rows(String field, @Nullable List<? extends @Nullable T> rows, RowCheck<T> check) {
        if (rows == null || rows.isEmpty() || rows.size() > MOST_ROWS) {
            add(field, rows == null ? null : rows.size() + " rows", "send 1 to 1000000 rows");
            return;
        }
        Set<String> seen = HashSet.newHashSet(rows.size());
        for (int i = 0; i < rows.size() && violations.size() < MOST_VIOLATIONS; i++) {
            T row = rows.get(i);
            String at = field + "[" + i + "]";
            if (row == null) {
                add(at, "null", "send an object");
            } else {
                check.check(at, row, seen);
            }
        }
    }

    private void truth(String at, EvaluationTruth truth, Set<String> seen) {
        id(at, truth.id(), seen);
        text(at, ".tissue", truth.tissue());
        List<String> ids = truth.cellOntologyIds();
        if (ids == null || ids.isEmpty() || ids.size() > MOST_TERMS) {
            add(
                    at + ".cellOntologyIds",
                    ids == null ? null : ids.size() + " ids",
                    "send 1 to 100 Cell Ontology ids; leave the row out where the expert does not know");
            return;
        }
        for (int i = 0; i < ids.size(); i++) {
            term(at, ".cellOntologyIds[" + i + "]", ids.get(i), true);
        }
    }

    private void prediction(String at, EvaluationPrediction prediction, Set<String> seen) {
        id(at, prediction.id(), seen);
        text(at, ".label", prediction.label());
        term(at, ".cellOntologyId", prediction.cellOntologyId(), false);
        share(at, prediction.confidence());
        List<? extends @Nullable EvaluationAlternative> others = prediction.runnerUps();
        for (int i = 0; others != null && i < others.size(); i++) {
            EvaluationAlternative other = others.get(i);
            String there = at + ".runnerUps[" + i + "]";
            if (other == null || (other.label() == null && other.cellOntologyId() == null)) {
                add(there, null, "name a label or a Cell Ontology id");
                continue;
            }
            text(there, ".label", other.label());
            term(there, ".cellOntologyId", other.cellOntologyId(), false);
            share(there, other.confidence());
        }
    }

    private void id(String at, @Nullable String id, Set<String> seen) {
        if (id == null || id.isBlank() || id.length() > LONGEST_TEXT) {
            add(at + ".id", id, "send an id of 1 to 500 characters");
        } else if (!seen.add(id)) {
            add(at + ".id", id, "this id comes twice; send one row for each");
        }
    }

    private void text(String at, String member, @Nullable String text) {
        if (text != null && (text.isBlank() || text.length() > LONGEST_TEXT)) {
            add(at + member, text, "send 1 to 500 characters, or leave it out");
        }
    }

    private void share(String at, @Nullable Double confidence) {
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            add(at + ".confidence", confidence, "send a number from 0 to 1, or leave it out");
        }
    }

    private void term(String at, String member, @Nullable String id, boolean needed) {
        boolean holds = id == null ? !needed : ontology.canonical(id.strip()).isPresent();
        if (!holds) {
            add(
                    at + member,
                    id,
                    "the Cell Ontology in use has no live term of this id; send one such as CL:0000182"
                            + (needed ? "" : ", or leave it out"));
        }
    }

    private void add(String field, @Nullable Object value, String remedy) {
        String text = value == null ? null : value.toString();
        violations.add(new ProblemViolation(
                null, field, text == null || text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…", remedy));
    }
}
