package io.nanocell.reference;

import java.util.Map;
import java.util.Set;

/// Approved HGNC symbols and what they were called before. Never fuzzy: edit distance turns ACE2 into BACE2.
public final class GeneSymbols {

    private final Set<String> approved;
    private final Map<String, String> formerNames;

    /// @param approved approved symbols
    /// @param formerNames alias or previous symbol → the ONE approved symbol it stands for
    public GeneSymbols(Set<String> approved, Map<String, String> formerNames) {
        this.approved = Set.copyOf(approved);
        this.formerNames = Map.copyOf(formerNames);
    }

    /// @return the symbol itself if approved, else the approved symbol that it is an alias or former name of, else
    /// itself
    public String approved(String symbol) {
        return approved.contains(symbol) ? symbol : formerNames.getOrDefault(symbol, symbol);
    }

    public boolean isApproved(String symbol) {
        return approved.contains(symbol);
    }
}
