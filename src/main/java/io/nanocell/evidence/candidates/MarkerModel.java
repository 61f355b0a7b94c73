package io.nanocell.evidence.candidates;

import io.nanocell.reference.LabelSpace;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.ReferenceKnowledge;

/// What the sources say, worked out once per reference data and shared by all requests: evidence and tissues.
public final class MarkerModel {

    private final ReferenceKnowledge knowledge;
    private final TypeGraph types;
    private final MarkerEvidence evidence;
    private final TissueLikelihood tissues;

    /// Takes a few tenths of a second with the full databases.
    public MarkerModel(ReferenceKnowledge knowledge) {
        this.knowledge = knowledge;
        MarkerDatabase database = knowledge.database();
        this.types = new TypeGraph(database, knowledge.ontology());
        this.evidence = new MarkerEvidence(database, types);
        this.tissues = new TissueLikelihood(database, knowledge.tissues(), types);
    }

    /// @return this model, or one that knows the marker lists the user has added to the label space
    public MarkerModel knowing(LabelSpace space) {
        return space.added().lists().isEmpty()
                ? this
                : new MarkerModel(knowledge.with(knowledge.database().and(space.added())));
    }

    /// @return the knowledge it was made from
    public ReferenceKnowledge knowledge() {
        return knowledge;
    }

    TypeGraph types() {
        return types;
    }

    MarkerEvidence evidence() {
        return evidence;
    }

    TissueLikelihood tissues() {
        return tissues;
    }
}
