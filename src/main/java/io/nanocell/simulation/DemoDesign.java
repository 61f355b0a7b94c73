package io.nanocell.simulation;

import io.nanocell.simulation.Niche.Share;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Chooses what the demo is made of: a tissue, five types of it that fill a niche each, two pairs of different
/// lineages half and half, three subtypes of one family.
///
/// @param seed decides which
public record DemoDesign(long seed) {

    /// Types with fewer known markers are not planted: half of them stay silent.
    private static final int MIN_MARKERS = 10;

    private static final int PURE = 5;
    private static final double PURITY = 0.92;
    private static final int SUBTYPES = 3;
    private static final int STREAM = 5;

    /// Types of a tissue that are no ancestors of one another, and families of subtypes that a panel hardly
    /// tells apart.
    private record Tissue(String name, List<String> types, List<List<String>> families) {}

    private static final List<String> T_AND_NK =
            List.of("CL:0000624", "CL:0000625", "CL:0000815", "CL:0000798", "CL:0000623", "CL:0000814");
    private static final List<String> B_CELLS = List.of("CL:0000788", "CL:0000787", "CL:0000818", "CL:0000844");
    private static final List<String> ISLET = List.of("CL:0000169", "CL:0000171", "CL:0000173");
    private static final List<String> COMMON = List.of(
            "CL:0000115", // endothelial cell
            "CL:0000057", // fibroblast
            "CL:0000192", // smooth muscle cell
            "CL:0000786", // plasma cell
            "CL:0000097", // mast cell
            "CL:0000775"); // neutrophil

    private static final List<Tissue> TISSUES = List.of(
            // hepatocyte, cholangiocyte, Kupffer cell, hepatic stellate cell
            new Tissue("liver", List.of("CL:0000182", "CL:1000488", "CL:0000091", "CL:0000632"), List.of(T_AND_NK)),
            // alveolar types 1 and 2, ciliated, club, alveolar macrophage
            new Tissue(
                    "lung",
                    List.of("CL:0002062", "CL:0002063", "CL:0000064", "CL:0000158", "CL:0000583"),
                    List.of(T_AND_NK, B_CELLS)),
            // enterocyte, goblet, Paneth, enteroendocrine, macrophage
            new Tissue(
                    "small intestine",
                    List.of("CL:0000584", "CL:0000160", "CL:0000510", "CL:0000164", "CL:0000235"),
                    List.of(T_AND_NK, B_CELLS)),
            // keratinocyte, melanocyte, macrophage
            new Tissue("skin", List.of("CL:0000312", "CL:0000148", "CL:0000235"), List.of(T_AND_NK)),
            // proximal tubule, mesangial, podocyte, macrophage
            new Tissue("kidney", List.of("CL:0002306", "CL:0000650", "CL:0000653", "CL:0000235"), List.of(T_AND_NK)),
            // ductal, acinar, stellate, macrophage
            new Tissue(
                    "pancreas",
                    List.of("CL:0002079", "CL:0000622", "CL:0002410", "CL:0000235"),
                    List.of(ISLET, T_AND_NK)));

    /// @param known the types that may be planted
    /// @return eight niches
    /// @throws IllegalArgumentException if no tissue has enough of the types with at least 10 markers
    public SectionDesign choose(Collection<SimulatedType> known) {
        Map<String, SimulatedType> byId = new LinkedHashMap<>();
        known.stream()
                .filter(type -> type.markers().size() >= MIN_MARKERS)
                .forEach(type -> byId.put(type.cellOntologyId(), type));
        RandomStream random = new RandomStream(seed, STREAM);
        for (int t : random.permutation(TISSUES.size())) {
            Tissue tissue = TISSUES.get(t);
            List<SimulatedType> types = present(tissue.types(), byId);
            types.addAll(present(COMMON, byId));
            for (int f : random.permutation(tissue.families().size())) {
                List<SimulatedType> family = present(tissue.families().get(f), byId);
                List<Share> subtypes = new ArrayList<>();
                for (int i : random.permutation(family.size())) {
                    if (subtypes.size() < SUBTYPES) {
                        subtypes.add(new Share(family.get(i), 1.0 / SUBTYPES));
                    }
                }
                List<SimulatedType> order = new ArrayList<>();
                for (int i : random.permutation(types.size())) {
                    order.add(types.get(i));
                }
                List<Niche> mixed = mixed(order); // takes its four out of the order
                if (subtypes.size() == SUBTYPES && mixed.size() == 2 && order.size() >= PURE) {
                    List<Niche> niches = new ArrayList<>(pure(order.subList(0, PURE)));
                    niches.addAll(mixed);
                    niches.add(new Niche("ambiguous", NicheKind.AMBIGUOUS, subtypes));
                    return new SectionDesign(tissue.name(), niches);
                }
            }
        }
        throw new IllegalArgumentException(
                "no tissue has nine types and a family of three subtypes with at least %d markers among the %d known"
                        .formatted(MIN_MARKERS, byId.size()));
    }

    private static List<SimulatedType> present(List<String> ids, Map<String, SimulatedType> byId) {
        List<SimulatedType> present = new ArrayList<>();
        for (String id : ids) {
            SimulatedType type = byId.get(id);
            if (type != null) {
                present.add(type);
            }
        }
        return present;
    }

    /// Every pure niche holds a few cells of the four others.
    private static List<Niche> pure(List<SimulatedType> types) {
        List<Niche> niches = new ArrayList<>();
        for (SimulatedType main : types) {
            List<Share> shares = new ArrayList<>(List.of(new Share(main, PURITY)));
            for (SimulatedType other : types) {
                if (!other.equals(main)) {
                    shares.add(new Share(other, (1 - PURITY) / (types.size() - 1)));
                }
            }
            niches.add(new Niche("pure-" + (niches.size() + 1), NicheKind.PURE, shares));
        }
        return niches;
    }

    /// @return two niches of two types of different lineages; the types leave `order`
    private static List<Niche> mixed(List<SimulatedType> order) {
        List<Niche> niches = new ArrayList<>();
        while (niches.size() < 2 && order.size() >= 2) {
            SimulatedType first = order.removeFirst();
            int partner = 0;
            while (partner < order.size() && order.get(partner).lineage().equals(first.lineage())) {
                partner++;
            }
            if (partner < order.size()) {
                List<Share> halves = List.of(new Share(first, 0.5), new Share(order.remove(partner), 0.5));
                niches.add(new Niche("mixed-" + (niches.size() + 1), NicheKind.MIXED, halves));
            }
        }
        return niches;
    }
}
