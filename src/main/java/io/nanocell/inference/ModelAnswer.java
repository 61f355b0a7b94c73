package io.nanocell.inference;

import org.jspecify.annotations.Nullable;

/// What became of a question to the model. A label outside the list never is a [Chose].
public sealed interface ModelAnswer {

    /// The kinds of answer by name, for storage.
    enum Outcome {
        CHOSE,
        ABSTAINED,
        UNUSABLE,
        UNAVAILABLE
    }

    /// The call behind it.
    ModelRecord record();

    Outcome outcome();

    /// This answer with another record of its call.
    ModelAnswer with(ModelRecord other);

    /// @return why there is no label; null where the model chose or abstained
    default @Nullable String reason() {
        return null;
    }

    /// @return whether the next question is likely to fare no better, whatever it asks
    default boolean serverAtFault() {
        return false;
    }

    /// @return whether a model has written anything, be it nonsense
    default boolean isWritten() {
        return record().answer() != null && !serverAtFault();
    }

    /// @return "CHOSE", "UNAVAILABLE: the model server cannot be reached"
    default String summary() {
        return reason() == null ? outcome().name() : outcome() + ": " + reason();
    }

    /// One of the admissible labels.
    record Chose(String label, ModelRecord record) implements ModelAnswer {
        @Override
        public Outcome outcome() {
            return Outcome.CHOSE;
        }

        @Override
        public ModelAnswer with(ModelRecord other) {
            return new Chose(label, other);
        }
    }

    /// "Unresolved".
    record Abstained(ModelRecord record) implements ModelAnswer {
        @Override
        public Outcome outcome() {
            return Outcome.ABSTAINED;
        }

        @Override
        public ModelAnswer with(ModelRecord other) {
            return new Abstained(other);
        }
    }

    /// An answer that does not hold, after all retries: off the list, cut, not JSON, empty.
    ///
    /// @param serverAtFault true where the reply is none of a model server, so that no model can have written
    /// it
    record Unusable(String reason, boolean serverAtFault, ModelRecord record) implements ModelAnswer {

        /// What a model has written.
        public Unusable(String reason, ModelRecord record) {
            this(reason, false, record);
        }

        @Override
        public Outcome outcome() {
            return Outcome.UNUSABLE;
        }

        @Override
        public ModelAnswer with(ModelRecord other) {
            return new Unusable(reason, serverAtFault, other);
        }
    }

    /// No answer: not running, timed out, model missing, prompt refused.
    ///
    /// @param serverAtFault whether the next question is likely to fare no better; false where only this prompt was
    /// refused
    record Unavailable(String reason, boolean serverAtFault, ModelRecord record) implements ModelAnswer {
        @Override
        public Outcome outcome() {
            return Outcome.UNAVAILABLE;
        }

        @Override
        public ModelAnswer with(ModelRecord other) {
            return new Unavailable(reason, serverAtFault, other);
        }
    }
}
