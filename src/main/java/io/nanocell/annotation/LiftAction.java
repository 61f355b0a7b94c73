package io.nanocell.annotation;

/// What became of the model's choice.
public enum LiftAction {
    /// Nothing was asked: the model was switched off, or there was no candidate.
    NOT_ASKED,
    /// There was no usable answer.
    NO_ANSWER,
    /// It chose the best-supported candidate.
    AGREED,
    /// It left that one, and its choice is the label.
    STANDS,
    /// It left that one for a label that the evidence does not carry; the label is more general than its choice.
    BACKED_OFF,
    /// It left that one, and the label is what the evidence alone says.
    OVERRULED,
    /// It left that one, and the cluster is not named, though the evidence alone would name it.
    WITHHELD,
    /// It left that one, and the cluster is not named: the evidence alone would not name it either.
    NOT_CALLED
}
