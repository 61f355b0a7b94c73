package io.nanocell.reference.files;

import io.nanocell.reference.Ahead;
import io.nanocell.reference.CellOntology;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.Orthologs;
import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.reference.ReferenceRelease;
import io.nanocell.reference.UnreadableReferenceException;
import io.nanocell.reference.names.LabelNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Puts the sources together, each from its official file where the folder has one, else from its shipped table.
public final class KnowledgeReader {

    private static final List<MarkerSource> CELL_MARKER =
            List.of(MarkerSource.CELL_MARKER, MarkerSource.CELL_MARKER_CANCER);

    private final @Nullable Path folder;
    private final Optional<ReferenceFile> hgnc;
    private final Ahead<GeneSymbols> symbols;
    private final List<ReferenceRelease> releases = new ArrayList<>();
    private final Map<String, String> shippedReleases = new TreeMap<>();
    private boolean coreOnly;

    /// Begins with the gene symbols, on a thread of their own: much that follows needs them, but not from the start.
    ///
    /// @param folder of the official files, or null
    /// @throws UnreadableReferenceException if it is no folder
    public KnowledgeReader(@Nullable Path folder) {
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UnreadableReferenceException(folder.toString(), "it is no folder");
        }
        this.folder = folder;
        this.hgnc = official(folder, "hgnc_complete_set.txt", "hgnc_complete_set.txt.gz");
        ReferenceFile file = hgnc();
        this.symbols = new Ahead<>("reference-symbols", () -> HgncTable.symbols(file));
    }

    /// @throws UnreadableReferenceException naming the file
    public ReferenceKnowledge read() {
        new Table(ReferenceFile.shipped("core-releases.tsv"), "source", "release")
                .forEach(row -> shippedReleases.put(row.get("source"), row.get("release")));
        Optional<ReferenceFile> workbook = official("Cell_marker_Human.xlsx", "Cell_marker_All.xlsx");
        var rows = workbook.map(file -> new Ahead<>("reference-workbook", () -> CellMarkerWorkbook.read(file)));
        ReferenceFile termsFile =
                official("cl-basic.obo").orElseGet(() -> ReferenceFile.shipped("cell-ontology.tsv.gz"));
        CellOntologyTerms terms = terms(termsFile); // needs no symbols, which are read meanwhile
        GeneSymbols symbols = symbols();
        record(
                "HGNC",
                hgnc.isPresent() ? "complete set" : null,
                hgnc(),
                symbols.all().size(),
                "CC0 1.0");
        Orthologs orthologs = orthologs(symbols);
        record("Cell Ontology", terms.release(), termsFile, terms.terms().size(), "CC-BY 4.0");
        CellOntology ontology = terms.ontology();
        var core = new CoreTables(
                ReferenceFile.shipped("core-types.tsv"), ReferenceFile.shipped("core-markers.tsv.gz"), ontology);
        ReferenceFile curated =
                official("curated-names-to-cl.tsv").orElseGet(() -> ReferenceFile.shipped("curated-names-to-cl.tsv"));
        var names = new LabelNames(terms, ontology, curated);
        var cancerGenes = new TreeSet<String>();
        MarkerDatabase database = cellMarker(workbook, rows, core, names, symbols, cancerGenes)
                .and(panglao(core, names, symbols, ontology))
                .and(statements(terms, symbols))
                .and(atlas(ontology, symbols))
                .and(publications(
                        MarkerSource.CELL_MARKER_MOUSE,
                        "cell-marker-mouse.tsv.gz",
                        "free for academic use",
                        ontology,
                        symbols))
                .and(publications(
                        MarkerSource.SINGLE_CELL_BASE,
                        "single-cell-base.tsv.gz",
                        "free download, no formal licence",
                        ontology,
                        symbols));
        return new ReferenceKnowledge(
                symbols,
                orthologs,
                ontology,
                CuratedTables.lineages(
                        ReferenceFile.shipped("lineages.tsv"), ReferenceFile.shipped("lineage-programs.tsv"), ontology),
                CuratedTables.tissues(ReferenceFile.shipped("tissues.tsv")),
                database,
                cancerGenes,
                releases,
                coreOnly);
    }

    /// Waits for the gene symbols, on any thread.
    ///
    /// @throws UnreadableReferenceException naming their file
    public GeneSymbols symbols() {
        return symbols.get();
    }

    private ReferenceFile hgnc() {
        return hgnc.orElseGet(() -> ReferenceFile.shipped("gene-symbols.tsv.gz"));
    }

    private Orthologs orthologs(GeneSymbols symbols) {
        Optional<ReferenceFile> official =
                official("human_mouse_hcop_fifteen_column.txt", "human_mouse_hcop_fifteen_column.txt.gz");
        ReferenceFile file = official.orElseGet(() -> ReferenceFile.shipped("mouse-orthologs.tsv.gz"));
        var orthologs =
                new Orthologs(official.isPresent() ? HcopTable.read(file, symbols) : OrthologTable.read(file, symbols));
        String release = official.isPresent() ? "human and mouse" : OrthologTable.release(file) + " (core table)";
        record("HCOP", release, file, orthologs.pairs(), "free to use");
        return orthologs;
    }

    private CellOntologyTerms terms(ReferenceFile file) {
        return official("cl-basic.obo").isPresent()
                ? CellOntologyFile.read(file)
                : CellOntologyTerms.ofTable(file, shipped("Cell Ontology"));
    }

    private MarkerDatabase statements(CellOntologyTerms terms, GeneSymbols symbols) {
        return official("cl-basic.obo").isPresent()
                ? new OntologyStatements(symbols).in(terms)
                : OntologyStatements.ofTable(ReferenceFile.shipped("cell-ontology-markers.tsv"));
    }

    private MarkerDatabase cellMarker(
            Optional<ReferenceFile> official,
            Optional<Ahead<List<CellMarkerRow>>> read,
            CoreTables core,
            LabelNames names,
            GeneSymbols symbols,
            Set<String> cancerGenes) {
        String licence = "free for academic use";
        if (official.isEmpty() || read.isEmpty()) {
            coreOnly = true;
            MarkerDatabase shipped = core.of(CELL_MARKER);
            cancerGenes.addAll(CuratedTables.genes(ReferenceFile.shipped("cancer-cell-genes.tsv")));
            record("CellMarker", null, ReferenceFile.shipped("core-markers.tsv.gz"), entries(shipped), licence);
            return shipped;
        }
        List<CellMarkerRow> rows = read.get().get();
        cancerGenes.addAll(CellMarkerLists.cancerGenes(rows, symbols));
        record("CellMarker", "2.0", official.get(), rows.size(), licence);
        return CellMarkerLists.of(rows, names, symbols);
    }

    private MarkerDatabase panglao(CoreTables core, LabelNames names, GeneSymbols symbols, CellOntology ontology) {
        Optional<ReferenceFile> official =
                official("PanglaoDB_markers_27_Mar_2020.tsv.gz", "PanglaoDB_markers_27_Mar_2020.tsv");
        String licence = "free download, no formal licence";
        if (official.isEmpty()) {
            coreOnly = true;
            MarkerDatabase shipped = core.of(List.of(MarkerSource.PANGLAO_DB));
            record("PanglaoDB", null, ReferenceFile.shipped("core-markers.tsv.gz"), entries(shipped), licence);
            return shipped;
        }
        Map<String, String> supplied = official("panglao-cell-type-ontologies.tsv")
                .map(file -> PanglaoTable.names(file, ontology))
                .orElseGet(core::panglaoNames);
        MarkerDatabase database = PanglaoTable.read(official.get(), supplied, names, symbols);
        record("PanglaoDB", "2020-03-27", official.get(), entries(database), licence);
        return database;
    }

    private MarkerDatabase atlas(CellOntology ontology, GeneSymbols symbols) {
        ReferenceFile file =
                official("atlas-markers.tsv.gz").orElseGet(() -> ReferenceFile.shipped("atlas-markers.tsv.gz"));
        MarkerDatabase database = AtlasTable.read(file, ontology, symbols);
        record("atlas-markers", shipped("atlas-markers"), file, entries(database), "CC-BY 4.0, GPL-3, MIT, BSD-3");
        return database;
    }

    private MarkerDatabase publications(
            MarkerSource source, String name, String licence, CellOntology ontology, GeneSymbols symbols) {
        ReferenceFile file = official(name).orElseGet(() -> ReferenceFile.shipped(name));
        MarkerDatabase database = PublicationTable.read(file, source, ontology, symbols);
        record(source.title(), PublicationTable.release(file), file, entries(database), licence);
        return database;
    }

    private static int entries(MarkerDatabase database) {
        return database.lists().stream().mapToInt(list -> list.weights().size()).sum();
    }

    private String shipped(String source) {
        return shippedReleases.getOrDefault(source, "unknown");
    }

    private void record(String name, @Nullable String release, ReferenceFile file, int entries, String licence) {
        String version = release != null ? release : shipped(name) + " (core table)";
        releases.add(new ReferenceRelease(name, version, file.sha256(), entries, licence));
    }

    private Optional<ReferenceFile> official(String... names) {
        return official(folder, names);
    }

    private static Optional<ReferenceFile> official(@Nullable Path folder, String... names) {
        if (folder != null) {
            for (String name : names) {
                Path file = folder.resolve(name);
                if (Files.exists(file)) {
                    return Optional.of(ReferenceFile.of(file));
                }
            }
        }
        return Optional.empty();
    }
}
