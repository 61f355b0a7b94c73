package io.nanocell.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Types with made-up markers under the ids that the demo looks for, and genes that mark nothing.
final class SimulationFixture {

    private static final Map<String, String> LINEAGES = Map.ofEntries(
            Map.entry("CL:0000182", "hepatic"),
            Map.entry("CL:1000488", "biliary"),
            Map.entry("CL:0000091", "myeloid"),
            Map.entry("CL:0000632", "mural"),
            Map.entry("CL:0000115", "endothelial"),
            Map.entry("CL:0000057", "fibroblast"),
            Map.entry("CL:0000192", "mural"),
            Map.entry("CL:0000786", "plasma"),
            Map.entry("CL:0000097", "myeloid"),
            Map.entry("CL:0000775", "myeloid"),
            Map.entry("CL:0000624", "lymphoid"),
            Map.entry("CL:0000625", "lymphoid"),
            Map.entry("CL:0000815", "lymphoid"),
            Map.entry("CL:0000623", "lymphoid"),
            Map.entry("CL:0002062", "epithelial"),
            Map.entry("CL:0002063", "epithelial"),
            Map.entry("CL:0000064", "epithelial"),
            Map.entry("CL:0000158", "epithelial"),
            Map.entry("CL:0000583", "myeloid"));

    private SimulationFixture() {}

    static List<SimulatedType> types() {
        List<SimulatedType> types = new ArrayList<>();
        LINEAGES.keySet().stream().sorted().forEach(id -> {
            String digits = id.substring(3);
            List<String> markers =
                    IntStream.range(0, 25).mapToObj(i -> "M" + digits + "_" + i).toList();
            types.add(new SimulatedType(id, "type, " + digits, LINEAGES.getOrDefault(id, ""), markers));
        });
        return types;
    }

    static List<String> neutral() {
        return IntStream.range(0, 1000).mapToObj(i -> "N" + i).toList();
    }

    static SimulatedSection section(int cells, long seed) {
        return SectionSimulator.of(cells, 380, seed).simulate(new DemoDesign(seed).choose(types()), neutral());
    }
}
