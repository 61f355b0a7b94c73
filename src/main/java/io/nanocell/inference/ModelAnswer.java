package io.nanocell.inference;

/// What became of a question to the model. A label outside the list never is a [Chose].
public sealed interface ModelAnswer {

    /// The call behind it.
    ModelRecord record();

    /// One of the admissible labels.
    record Chose(String label, ModelRecord record) implements ModelAnswer {}

    /// "Unresolved".
    record Abstained(ModelRecord record) implements ModelAnswer {}

    /// An answer that does not hold, after all retries: off the list, cut, not JSON, empty.
    record Unusable(String reason, ModelRecord record) implements ModelAnswer {}

    /// No answer: not running, timed out, model missing, prompt refused.
    record Unavailable(String reason, ModelRecord record) implements ModelAnswer {}
}
