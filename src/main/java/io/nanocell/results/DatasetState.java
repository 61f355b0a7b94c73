package io.nanocell.results;

/// Whether jobs can be made for a dataset.
enum DatasetState {
    READY,
    NOT_ANNOTATABLE
}
