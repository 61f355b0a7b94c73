package io.nanocell.annotation;

/// Why a cluster has the label it has. The names are the codes of the contract.
public enum Reason {
    /// Two lineages stand on markers of their own.
    TWO_LINEAGES,
    /// No candidate is supported above chance.
    NO_SUPPORT,
    /// The model's choice is not the best candidate.
    MODEL_PREFERRED,
    /// The evidence is clear and the model wanted something else.
    MODEL_OVERRULED,
    /// The model answered "Unresolved".
    MODEL_ABSTAINED,
    /// The evidence is not clear and the model wanted something else.
    MODEL_CONTRADICTS_EVIDENCE,
    /// The model was switched off, could not be reached or gave no usable answer.
    NO_MODEL,
    /// The label is the clear ancestor of one that is not clear.
    BACKED_OFF,
    /// The confidence of what would be the label is too low.
    LOW_CONFIDENCE
}
