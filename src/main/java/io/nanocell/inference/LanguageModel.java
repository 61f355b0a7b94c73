package io.nanocell.inference;

import java.util.List;

/// The port to a language model that picks one of a closed list of labels.
public interface LanguageModel {

    /// Asks once for one cluster, retries included. Never throws for a model that is down, slow or talks nonsense: that
    /// is an answer too.
    ///
    /// @param prompt fixed text first, then the cluster's evidence
    /// @param labels admissible answers, unique, not empty, "Unresolved" among them
    ModelAnswer choose(Prompt prompt, List<String> labels);

    /// @return name and digest of the model in use; a model that cannot be reached has no digest
    ModelIdentity identity();
}
