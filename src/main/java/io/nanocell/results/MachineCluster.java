package io.nanocell.results;

import java.util.List;

/// A cluster as the machine has it, whatever curators say.
public record MachineCluster(ClusterView cluster, List<CandidateView> candidates) {}
