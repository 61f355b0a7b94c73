package io.nanocell.pipeline;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.reference.CellOntology;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What the service says of a list that an expert has named.
///
/// @param expertNames of the expert's ids, in their order
/// @param label "Unresolved" or "Heterogeneous" where it is none
/// @param cellOntologyId of the label; null for those two and for a label without a term
/// @param verdict HIGH, MODERATE, UNRESOLVED or HETEROGENEOUS
/// @param score the ontology score of the label, 0, ½ or 1
/// @param reasons codes
/// @param runnerUps name and confidence, most sure first
public record CaseAnswer(
        CaseEvaluation.Case given,
        List<String> expertNames,
        String label,
        @Nullable String cellOntologyId,
        String verdict,
        double confidence,
        double score,
        List<String> reasons,
        List<RunnerUp> runnerUps) {

    /// A candidate that was not chosen.
    public record RunnerUp(String label, double confidence) {}

    static CaseAnswer of(CaseEvaluation.Case given, AnnotatedCluster said, CellOntology ontology) {
        String id = said.cellOntologyId();
        List<String> expert = given.expert().stream()
                .flatMap(e -> ontology.canonical(e).stream())
                .toList();
        return new CaseAnswer(
                given,
                expert.stream().map(e -> ontology.type(e).name()).toList(),
                said.label(),
                id,
                said.verdict().name(),
                said.value(),
                id == null
                        ? 0
                        : ontology.score(
                                Set.copyOf(expert), ontology.canonical(id).orElse(id)),
                said.reasons(),
                ResultRecords.runnerUps(said).stream()
                        .map(r -> new RunnerUp(r.label(), r.confidence()))
                        .toList());
    }
}
