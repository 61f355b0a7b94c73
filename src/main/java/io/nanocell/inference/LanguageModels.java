package io.nanocell.inference;

/// Opens the language model of a job. Opening asks nothing of the server, so it works while there is none.
public interface LanguageModels {

    LanguageModel open(ModelParameters parameters);
}
