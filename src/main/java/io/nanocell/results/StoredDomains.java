package io.nanocell.results;

import java.util.List;

/// The domains of a finished job.
///
/// @param cluster per cell of the section: number of its cluster, also of one too small to be assessed; 0
/// where it is in none
/// @param reason per cell of the section: ordinal of the reason why it is not assessed, 0 where it is
/// @param clusters all of them, by number from 1
public record StoredDomains(int[] cluster, short[] reason, List<MachineCluster> clusters) {}
