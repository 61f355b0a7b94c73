package io.nanocell.pipeline;

import java.util.List;

/// An admissible label.
public record LabelRow(String label, String cellOntologyId, String lineage, List<String> tissues, int markers) {}
