package io.nanocell.inference;

import org.jspecify.annotations.Nullable;

/// Opens the language model of a job. Opening asks nothing of the server, so it works while there is none.
public interface LanguageModels {

    LanguageModel open(ModelParameters parameters);

    /// @return the digest that the configured model must have; null where none is pinned
    default @Nullable String pinnedDigest() {
        return null;
    }
}
