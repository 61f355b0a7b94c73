package io.nanocell.simulation;

import io.nanocell.ingest.XeniumSection;
import io.nanocell.reference.Species;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes `experiment.xenium` and `gene_panel.json` in the official shape; every name in them says that nothing
/// was measured.
final class MetadataWriter {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final Map<String, Object> IDENTITY =
            ordered("design_id", "synthetic", "name", SectionSimulator.PANEL_NAME, "version", "1.0.0");

    private MetadataWriter() {}

    static void write(SimulatedSection simulated, Path folder) throws IOException {
        Files.writeString(folder.resolve("experiment.xenium"), JSON.writeValueAsString(experiment(simulated)));
        Files.writeString(folder.resolve("gene_panel.json"), JSON.writeValueAsString(panel(simulated)));
    }

    private static Map<String, Object> experiment(SimulatedSection simulated) {
        return ordered(
                "major_version",
                5,
                "minor_version",
                0,
                "patch_version",
                0,
                "run_name",
                "synthetic",
                "region_name",
                "synthetic, seed " + simulated.parameters().seed(),
                "preservation_method",
                "synthetic",
                "num_cells",
                simulated.section().cells(),
                "panel_type",
                "synthetic",
                "panel_design_id",
                "synthetic",
                "panel_name",
                SectionSimulator.PANEL_NAME,
                "panel_organism",
                organism(simulated.section()),
                "panel_tissue_type",
                simulated.design().tissue(),
                "panel_num_targets_predesigned",
                simulated.section().genes().size(),
                "panel_num_targets_custom",
                0,
                "pixel_size",
                0.2125,
                "instrument_sn",
                "synthetic",
                "analysis_sw_version",
                "synthetic");
    }

    private static String organism(XeniumSection section) {
        return section.species() == Species.MOUSE ? "Mouse" : "Human";
    }

    private static Map<String, Object> panel(SimulatedSection simulated) {
        XeniumSection section = simulated.section();
        List<Object> targets = new ArrayList<>();
        for (int g = 0; g < section.genes().size(); g++) {
            targets.add(target("gene", section.geneIds().get(g), section.genes().get(g), g));
        }
        for (String control : section.controlNames()) {
            boolean probe = control.startsWith("NegControlProbe");
            String descriptor = probe ? "negative_control_probe" : "negative_control_codeword";
            targets.add(target(descriptor, control, control, targets.size()));
        }
        Map<String, Object> panel = ordered(
                "description",
                SectionSimulator.PANEL_NAME,
                "identity",
                IDENTITY,
                "num_gene_targets",
                section.genes().size(),
                "species",
                organism(simulated.section()),
                "tissue",
                simulated.design().tissue(),
                "type",
                ordered("descriptor", "synthetic"));
        return ordered("payload", ordered("panel", panel, "spec_version", "0.1.0", "targets", targets));
    }

    private static Map<String, Object> target(String descriptor, String id, String name, int codeword) {
        return ordered(
                "codewords", List.of(codeword),
                "source", ordered("category", "synthetic", "identity", IDENTITY),
                "type", ordered("data", ordered("id", id, "name", name), "descriptor", descriptor));
    }

    private static Map<String, Object> ordered(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
