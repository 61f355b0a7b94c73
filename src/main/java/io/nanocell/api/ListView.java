package io.nanocell.api;

import java.util.List;

/// A list that is always whole.
record ListView<T>(List<T> content) {}
