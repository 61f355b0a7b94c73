package io.nanocell.reference.build;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.files.AtlasTable;
import io.nanocell.reference.files.CellMarkerLists;
import io.nanocell.reference.files.CellMarkerRow;
import io.nanocell.reference.files.CellMarkerWorkbook;
import io.nanocell.reference.files.CellOntologyFile;
import io.nanocell.reference.files.CellOntologyTerms;
import io.nanocell.reference.files.HgncTable;
import io.nanocell.reference.files.OntologyStatements;
import io.nanocell.reference.files.OntologyTerm;
import io.nanocell.reference.files.PanglaoTable;
import io.nanocell.reference.files.ReferenceFile;
import io.nanocell.reference.names.LabelNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes the tables that ship with the service: `mvn compile exec:exec@core-tables -Dofficial=FOLDER`.
///
/// The same official files give the same bytes.
public final class CoreTableBuilder {

    private static final String PANGLAO = "PanglaoDB_markers_27_Mar_2020.tsv.gz";

    private final Path official;
    private final Path target;

    /// @param official folder of the official files
    /// @param target folder that gets the tables; `curated-names-to-cl.tsv` and `atlas-markers.tsv.gz` stand there
    public CoreTableBuilder(Path official, Path target) {
        this.official = official;
        this.target = target;
    }

    /// @param arguments folder of the official files, folder of the tables
    public static void main(String[] arguments) {
        new CoreTableBuilder(Path.of(arguments[0]), Path.of(arguments[1])).build();
    }

    /// Writes all tables.
    public void build() {
        GeneSymbols symbols = HgncTable.symbols(file("hgnc_complete_set.txt.gz"));
        CellOntologyTerms terms = CellOntologyFile.read(file("cl-basic.obo"));
        CellOntology ontology = terms.ontology();
        var names = new LabelNames(terms, ontology, ReferenceFile.of(target.resolve("curated-names-to-cl.tsv")));
        List<CellMarkerRow> rows = CellMarkerWorkbook.read(file("Cell_marker_Human.xlsx"));
        Map<String, String> supplied = PanglaoTable.names(file("panglao-cell-type-ontologies.tsv"), ontology);
        MarkerDatabase database = CellMarkerLists.of(rows, names, symbols)
                .and(PanglaoTable.read(file(PANGLAO), supplied, names, symbols));
        var atlas = ReferenceFile.of(target.resolve("atlas-markers.tsv.gz"));
        var used = new NamesUsed(symbols);
        used.readCellMarker(rows, names);
        used.readPanglao(file(PANGLAO), supplied, names);
        var facts = new CoreFacts(database, AtlasTable.read(atlas, ontology, symbols), ontology, used);

        write("core-types.tsv", facts.types());
        write("core-markers.tsv.gz", facts.markers());
        write("gene-symbols.tsv.gz", symbols(symbols));
        write("cell-ontology.tsv.gz", terms(terms));
        write("cell-ontology-markers.tsv", statements(new OntologyStatements(symbols).in(terms)));
        List<String> cancer = new ArrayList<>(List.of("gene"));
        cancer.addAll(CellMarkerLists.cancerGenes(rows, symbols));
        write("cancer-cell-genes.tsv", cancer);
        write("core-releases.tsv", releases(terms.release()));
    }

    private List<String> releases(String ontology) {
        Map<String, String> builtFrom = new TreeMap<>(Map.of(
                "HGNC\tcomplete set",
                "hgnc_complete_set.txt.gz",
                "Cell Ontology\t" + ontology,
                "cl-basic.obo",
                "CellMarker\t2.0",
                "Cell_marker_Human.xlsx",
                "PanglaoDB\t2020-03-27",
                PANGLAO));
        List<String> rows = new ArrayList<>(List.of("source\trelease\tfile\tsha256"));
        builtFrom.forEach((release, file) ->
                rows.add(release + "\t" + file + "\t" + file(file).sha256()));
        var atlas = ReferenceFile.of(target.resolve("atlas-markers.tsv.gz"));
        rows.add("atlas-markers\t2026-11\tatlas-markers.tsv.gz\t" + atlas.sha256());
        return rows;
    }

    private static List<String> symbols(GeneSymbols symbols) {
        List<String> rows = new ArrayList<>(List.of("symbol\talias_symbol\tprev_symbol"));
        for (String symbol : symbols.all()) {
            List<String> aliases = symbols.aliases(symbol).stream()
                    .filter(alias -> !symbols.isApproved(alias))
                    .toList();
            rows.add(symbol + "\t" + String.join("|", aliases) + "\t");
        }
        return rows;
    }

    private static List<String> terms(CellOntologyTerms terms) {
        List<String> rows = new ArrayList<>(List.of("id\tname\tparents\texact_synonyms\treplaced\tsubsets"));
        for (OntologyTerm term : terms.terms()) {
            List<String> subsets = new ArrayList<>();
            if (term.humanAtlas()) {
                subsets.add("human_reference_atlas");
            }
            if (term.cellxgene()) {
                subsets.add("cellxgene_subset");
            }
            rows.add(String.join(
                    "\t",
                    term.id(),
                    term.name(),
                    String.join("|", term.parents()),
                    String.join("|", term.exactSynonyms()),
                    String.join("|", term.replaced()),
                    String.join("|", subsets)));
        }
        return rows;
    }

    private static List<String> statements(MarkerDatabase stated) {
        List<String> rows = new ArrayList<>(List.of("cl_id\tname\tgene\tweight"));
        for (MarkerList list : stated.lists()) {
            new TreeMap<>(list.weights())
                    .forEach((gene, weight) -> rows.add(
                            String.join("\t", list.cellOntologyId(), list.name(), gene, CoreFacts.number(weight))));
        }
        return rows;
    }

    private ReferenceFile file(String name) {
        return ReferenceFile.of(official.resolve(name));
    }

    private void write(String name, List<String> rows) {
        byte[] text = (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(target.resolve(name), name.endsWith(".gz") ? Gzip.of(text) : text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
