package io.nanocell.testing;

import io.nanocell.evidence.SourceKnowledge;
import io.nanocell.reference.CellOntology;
import io.nanocell.reference.CellType;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.Lineages;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A dozen terms of the Cell Ontology with their true ids, among enough others that none of them is general.
public final class TinyOntology {

    public static final String ROOT = "CL:0000255";
    public static final String EPITHELIAL = "CL:0000066";
    public static final String HEPATOCYTE = "CL:0000182";
    public static final String CHOLANGIOCYTE = "CL:1000488";
    public static final String LYMPHOCYTE = "CL:0000542";
    public static final String T_CELL = "CL:0000084";
    public static final String CD4 = "CL:0000624";
    public static final String CD8 = "CL:0000625";
    public static final String B_CELL = "CL:0000236";
    public static final String MACROPHAGE = "CL:0000235";
    public static final String FIBROBLAST = "CL:0000057";

    public static final CellOntology ONTOLOGY = ontology();

    public static final Lineages LINEAGES = new Lineages(
            ONTOLOGY,
            Map.of(LYMPHOCYTE, "lymphoid", EPITHELIAL, "epithelial", HEPATOCYTE, "hepatic", MACROPHAGE, "myeloid"),
            Map.of("lymphoid", Set.of("GO:0002376"), "hepatic", Set.of("GO:0006629", "GO:0042592")));

    /// Sources that agree on hepatocytes and not on the rest: PanglaoDB takes CD3E for a B cell's.
    public static final SourceKnowledge SOURCES = SourceKnowledge.of(
            new MarkerDatabase(
                    List.of(
                            list(MarkerSource.CELL_MARKER, HEPATOCYTE, "ALB", "APOA1", "TTR"),
                            list(MarkerSource.CELL_MARKER, T_CELL, "CD3E", "CD3D"),
                            list(MarkerSource.PANGLAO_DB, HEPATOCYTE, "ALB", "TTR"),
                            list(MarkerSource.PANGLAO_DB, B_CELL, "MS4A1", "CD3E"),
                            list(MarkerSource.ATLAS, CD4, "CD3E", "IL7R")),
                    List.of()),
            ONTOLOGY,
            GeneSymbols.of(Collections.emptySortedMap()));

    private TinyOntology() {}

    private static MarkerList list(MarkerSource source, String type, String... genes) {
        Map<String, Double> weights = Stream.of(genes).collect(Collectors.toMap(gene -> gene, _ -> 1.0));
        return new MarkerList(source, "one", type, ONTOLOGY.type(type).name(), 1, weights);
    }

    private static CellOntology ontology() {
        List<CellType> types = new ArrayList<>(List.of(
                term(ROOT, "eukaryotic cell"),
                term(EPITHELIAL, "epithelial cell", ROOT),
                term(HEPATOCYTE, "hepatocyte", EPITHELIAL),
                term(CHOLANGIOCYTE, "cholangiocyte", EPITHELIAL),
                term(LYMPHOCYTE, "lymphocyte", ROOT),
                term(T_CELL, "T cell", LYMPHOCYTE),
                term(CD4, "CD4-positive, alpha-beta T cell", T_CELL),
                term(CD8, "CD8-positive, alpha-beta T cell", T_CELL),
                term(B_CELL, "B cell", LYMPHOCYTE),
                term(MACROPHAGE, "macrophage", ROOT),
                term(FIBROBLAST, "fibroblast", ROOT)));
        for (int i = 0; i < 60; i++) {
            types.add(term("CL:9%06d".formatted(i), "other cell " + i, ROOT));
        }
        return new CellOntology(types, Map.of());
    }

    private static CellType term(String id, String name, String... parents) {
        return new CellType(id, name, List.of(parents), List.of());
    }
}
