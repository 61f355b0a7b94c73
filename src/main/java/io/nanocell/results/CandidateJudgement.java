package io.nanocell.results;

import java.util.List;

/// How sure a candidate is, from evidence alone.
///
/// @param confidence 0..1
/// @param uncapped the same before a cap (`POSSIBLY_MALIGNANT`, `SECOND_LINEAGE`, `LINEAGE_BY_CHANCE`, `OTHER_ORGAN`)
/// @param verdict HIGH, MODERATE or UNRESOLVED
/// @param aboveChance whether pValueMax ≤ 0.05
/// @param parts what it was computed from
/// @param reasons codes that bear on this candidate alone
public record CandidateJudgement(
        String label,
        String cellOntologyId,
        double confidence,
        double uncapped,
        String verdict,
        boolean aboveChance,
        PartsView parts,
        List<String> reasons) {}
