package io.nanocell.results;

/// The stages of a job, in order.
public enum JobStage {
    INGEST,
    SPATIAL,
    MARKERS,
    ENRICHMENT,
    CANDIDATES,
    INFERENCE,
    CONFIDENCE,
    STORE
}
