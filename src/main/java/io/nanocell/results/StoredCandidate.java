package io.nanocell.results;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;

/// A row of `candidate`.
@Embeddable
record StoredCandidate(
        String label,
        @Column(name = "cl_id") String cellOntologyId,
        String lineage,
        double support,
        @Column(name = "p_value") double pValue,
        @Column(name = "p_value_max") double pValueMax,
        double confidence,
        List<String> supporting,
        List<String> absentOnPanel,
        List<String> notOnPanel,
        List<String> conflicting) {

    static StoredCandidate of(CandidateView view) {
        return new StoredCandidate(
                view.label(),
                view.cellOntologyId(),
                view.lineage(),
                view.support(),
                view.pValue(),
                view.pValueMax(),
                view.confidence(),
                view.supporting(),
                view.absentOnPanel(),
                view.notOnPanel(),
                view.conflicting());
    }

    CandidateView view() {
        return new CandidateView(
                label,
                cellOntologyId,
                lineage,
                support,
                pValue,
                pValueMax,
                confidence,
                supporting,
                absentOnPanel,
                notOnPanel,
                conflicting);
    }
}
