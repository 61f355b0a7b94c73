package io.nanocell.pipeline;

import java.util.List;

/// A cluster as a list of markers in rank order.
public record MarkerListRequest(String id, List<MarkerGeneRequest> markers) {}
