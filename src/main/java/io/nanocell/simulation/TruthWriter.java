package io.nanocell.simulation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes what was planted: `truth.csv` (cell_id,cell_ontology_id,type,niche) and `niches.csv`
/// (niche,kind,tissue,cell_ontology_id,type,lineage,share).
final class TruthWriter {

    private TruthWriter() {}

    static void write(SimulatedSection simulated, Path folder) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("truth.csv"))) {
            out.write("cell_id,cell_ontology_id,type,niche\n");
            for (int cell = 0; cell < simulated.section().cells(); cell++) {
                SimulatedType type = simulated.types().get(simulated.typeOfCell()[cell]);
                Niche niche = simulated.design().niches().get(simulated.nicheOfCell()[cell]);
                out.write(simulated.section().cellIds().get(cell)
                        + ','
                        + type.cellOntologyId()
                        + ','
                        + quoted(type.name())
                        + ','
                        + quoted(niche.name())
                        + '\n');
            }
        }
        try (BufferedWriter out = Files.newBufferedWriter(folder.resolve("niches.csv"))) {
            out.write("niche,kind,tissue,cell_ontology_id,type,lineage,share\n");
            for (Niche niche : simulated.design().niches()) {
                for (Niche.Share share : niche.shares()) {
                    out.write("%s,%s,%s,%s,%s,%s,%s\n"
                            .formatted(
                                    quoted(niche.name()),
                                    niche.kind(),
                                    quoted(simulated.design().tissue()),
                                    share.type().cellOntologyId(),
                                    quoted(share.type().name()),
                                    quoted(share.type().lineage()),
                                    Math.round(share.share() * 1e4) / 1e4));
                }
            }
        }
    }

    /// Names of types may hold commas: "CD4-positive, alpha-beta T cell".
    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
