package io.nanocell.reference;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Approved HGNC symbols and what they were called before, compared without regard to case.
///
/// Never fuzzy: edit distance turns ACE2 into BACE2 and ADH4 into ADH7. A name that several genes have borne maps to
/// none of them.
public final class GeneSymbols {

    private final Map<String, String> approved = new HashMap<>();
    private final Map<String, String> formerNames = new HashMap<>();
    private final Map<String, SortedSet<String>> aliases = new HashMap<>();

    /// @param approved approved symbols
    /// @param formerNames alias or previous symbol → the ONE approved symbol it stands for
    public GeneSymbols(Set<String> approved, Map<String, String> formerNames) {
        approved.forEach(symbol -> this.approved.put(key(symbol), symbol));
        formerNames.forEach((former, symbol) -> {
            this.formerNames.put(key(former), symbol);
            aliases.computeIfAbsent(symbol, _ -> new TreeSet<>()).add(former);
        });
    }

    /// @param others approved symbol → its aliases and previous symbols; those of several symbols are dropped
    public static GeneSymbols of(SortedMap<String, ? extends Collection<String>> others) {
        Map<String, String> owners = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        others.forEach((symbol, names) -> names.forEach(name -> {
            String owner = owners.putIfAbsent(key(name), symbol);
            if (owner != null && !owner.equals(symbol)) {
                ambiguous.add(key(name));
            }
        }));
        Map<String, String> formerNames = new HashMap<>();
        others.forEach((symbol, names) -> names.stream()
                .filter(name -> !ambiguous.contains(key(name)))
                .forEach(name -> formerNames.put(name, symbol)));
        return new GeneSymbols(others.keySet(), formerNames);
    }

    /// @return the symbol itself if approved, else the approved symbol that it is an alias or former name of, else the
    /// same without a version suffix (`AC012345.1`), else itself
    public String approved(String symbol) {
        return find(symbol).orElseGet(symbol::strip);
    }

    /// @return the approved symbol; empty for a name that no gene or that several genes bear
    public Optional<String> find(String symbol) {
        String written = key(symbol);
        String direct = lookUp(written);
        if (direct != null) {
            return Optional.of(direct);
        }
        int dot = written.lastIndexOf('.');
        boolean versioned = dot > 0 && written.substring(dot + 1).chars().allMatch(Character::isDigit);
        return versioned ? Optional.ofNullable(lookUp(written.substring(0, dot))) : Optional.empty();
    }

    private @Nullable String lookUp(String key) {
        String symbol = approved.get(key);
        return symbol != null ? symbol : formerNames.get(key);
    }

    /// @return whether this is an approved symbol as it is written, case aside
    public boolean isApproved(String symbol) {
        return approved.containsKey(key(symbol));
    }

    /// @return aliases and former names that stand for this approved symbol alone, sorted
    public List<String> aliases(String symbol) {
        return new ArrayList<>(aliases.getOrDefault(symbol, new TreeSet<>()));
    }

    /// @return all approved symbols, sorted
    public SortedSet<String> all() {
        return new TreeSet<>(approved.values());
    }

    private static String key(String symbol) {
        return symbol.strip().toUpperCase(Locale.ROOT);
    }
}
