package io.nanocell.inference;

/// The port to a language model that picks one of a closed list of labels.
public interface LanguageModel {

    /// Asks once for one cluster, retries included. Never throws for a model that is down, slow or talks
    /// nonsense: that is an answer too. Gives up soon after the thread is interrupted.
    ///
    /// @param prompt fixed text first, then the cluster's evidence
    /// @param schema admissible answers
    ModelAnswer choose(Prompt prompt, LabelSchema schema);

    /// Has the server load the model, so that the first question finds it ready. Never throws: a model that cannot
    /// be loaded now may be there when it is asked. Gives up soon after the thread is interrupted.
    default void warmUp() {}

    /// @return the name that the server is asked for
    String name();

    /// Asks the server for the digest unless it is known. Gives up soon after the thread is interrupted.
    ///
    /// @return name and digest of the model in use; a model that cannot be reached has no digest
    ModelIdentity identity();
}
