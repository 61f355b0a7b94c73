package io.nanocell.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Which types a section is made of, and where.
///
/// @param tissue where such types are found together, "liver"
/// @param niches at least one
public record SectionDesign(String tissue, List<Niche> niches) {

    public SectionDesign {
        niches = List.copyOf(niches);
        if (niches.isEmpty()) {
            throw new IllegalArgumentException("a section needs at least one niche");
        }
    }

    /// @return the planted types, each once, in the order of the niches
    public List<SimulatedType> types() {
        Map<String, SimulatedType> types = new LinkedHashMap<>();
        for (Niche niche : niches) {
            for (Niche.Share share : niche.shares()) {
                types.putIfAbsent(share.type().cellOntologyId(), share.type());
            }
        }
        return List.copyOf(types.values());
    }
}
