package io.nanocell.reference.build;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.Orthologs;
import io.nanocell.reference.TissueMention;
import io.nanocell.reference.files.CellMarkerLists;
import io.nanocell.reference.files.CellMarkerRow;
import io.nanocell.reference.files.CellOntologyTerms;
import io.nanocell.reference.files.HgncTable;
import io.nanocell.reference.files.OrthologTable;
import io.nanocell.reference.files.PublicationTable;
import io.nanocell.reference.files.ReferenceFile;
import io.nanocell.reference.files.Table;
import io.nanocell.reference.names.LabelNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Makes `cell-marker-mouse.tsv.gz` and `single-cell-base.tsv.gz` of the sources' exports: `mvn compile
/// exec:exec@publications -Dofficial=FOLDER`. The same files give the same bytes.
///
/// Genes of mice become their human orthologs, and a list of mice is half the evidence that one of human cells is.
/// SingleCellBase's lists count 0.6 of CellMarker's: many are of publications that CellMarker has read too.
public final class PublicationTableBuilder {

    /// Name of CellMarker's export, all species, in the folder of the exports.
    static final String CELL_MARKER = "Cell_marker_All.csv";

    /// Name of SingleCellBase's export.
    static final String SINGLE_CELL_BASE = "singleCellBase_20230904_ALL.txt";

    static final String CELL_MARKER_TABLE = "cell-marker-mouse.tsv.gz";
    static final String SINGLE_CELL_BASE_TABLE = "single-cell-base.tsv.gz";

    private static final double OF_MICE = 0.5;
    private static final double READ_AGAIN = 0.6;

    /// A mouse gene of more orthologs than this stands for a family, which marks nothing.
    private static final int MOST_ORTHOLOGS = 3;

    private final Path exports;
    private final Path target;
    private final GeneSymbols symbols;
    private final Orthologs orthologs;
    private final LabelNames names;

    /// @param exports folder of the sources' exports
    /// @param target folder that gets the tables; the others that ship stand there
    PublicationTableBuilder(Path exports, Path target) {
        this.exports = exports;
        this.target = target;
        this.symbols = HgncTable.symbols(ReferenceFile.of(target.resolve("gene-symbols.tsv.gz")));
        this.orthologs = new Orthologs(
                OrthologTable.read(ReferenceFile.of(target.resolve(OrthologTableBuilder.TABLE)), symbols));
        CellOntologyTerms terms =
                CellOntologyTerms.ofTable(ReferenceFile.of(target.resolve("cell-ontology.tsv.gz")), "shipped");
        CellOntology ontology = terms.ontology();
        this.names = new LabelNames(terms, ontology, ReferenceFile.of(target.resolve("curated-names-to-cl.tsv")));
    }

    /// @param arguments folder of the exports, folder of the tables
    public static void main(String[] arguments) {
        new PublicationTableBuilder(Path.of(arguments[0]), Path.of(arguments[1])).build();
    }

    /// Writes both tables.
    void build() {
        write(CELL_MARKER_TABLE, weighed(inHumanSymbols(cellMarker()), OF_MICE), "2.0", CELL_MARKER);
        write(
                SINGLE_CELL_BASE_TABLE,
                weighed(singleCellBase("Homo sapiens"), READ_AGAIN)
                        .and(weighed(inHumanSymbols(singleCellBase("Mouse")), OF_MICE * READ_AGAIN)),
                "2023-09-04",
                SINGLE_CELL_BASE);
    }

    private List<CellMarkerRow> cellMarker() {
        List<CellMarkerRow> rows = new ArrayList<>();
        try (Connection memory = DriverManager.getConnection("jdbc:duckdb:");
                PreparedStatement query = memory.prepareStatement("""
                        SELECT tissue_class, cell_type, cell_name, cellontology_id, Symbol, PMID
                        FROM read_csv(?, header = true, all_varchar = true)
                        WHERE species = 'Mouse' AND cell_name IS NOT NULL AND Symbol IS NOT NULL
                        """)) {
            query.setString(1, exports.resolve(CELL_MARKER).toString());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    rows.add(new CellMarkerRow(
                            text(row, 1), text(row, 2), text(row, 3), text(row, 4), text(row, 5), text(row, 6)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read " + CELL_MARKER, e);
        }
        return rows;
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text.strip();
    }

    /// Of the two names that a row has, the subtype goes first if it is known.
    private List<CellMarkerRow> singleCellBase(String species) {
        List<CellMarkerRow> rows = new ArrayList<>();
        new Table(
                        ReferenceFile.of(exports.resolve(SINGLE_CELL_BASE)),
                        "species",
                        "cell_type",
                        "gene_symbol",
                        "cell_subtype",
                        "tissue_type",
                        "pubmed_id")
                .forEach(row -> {
                    if (row.get("species").equals(species)) {
                        String subtype = row.get("cell_subtype");
                        boolean known =
                                !subtype.isEmpty() && names.find(subtype, "").isPresent();
                        for (String gene : row.get("gene_symbol").split(",", -1)) {
                            if (!gene.isBlank()) {
                                rows.add(new CellMarkerRow(
                                        row.get("tissue_type"),
                                        CellMarkerLists.NORMAL,
                                        known ? subtype : row.get("cell_type"),
                                        "",
                                        gene.strip(),
                                        row.get("pubmed_id")));
                            }
                        }
                    }
                });
        return rows;
    }

    private List<CellMarkerRow> inHumanSymbols(List<CellMarkerRow> rows) {
        List<CellMarkerRow> inHumanSymbols = new ArrayList<>();
        for (CellMarkerRow row : rows) {
            List<String> humans = orthologs.ofMouse(row.symbol(), symbols);
            if (humans.size() <= MOST_ORTHOLOGS) {
                humans.forEach(human -> inHumanSymbols.add(new CellMarkerRow(
                        row.tissue(), row.cellType(), row.cellName(), row.cellOntologyId(), human, row.pmid())));
            }
        }
        return inHumanSymbols;
    }

    /// @return the rows as lists that each count `factor` of what CellMarker's human ones do
    private MarkerDatabase weighed(List<CellMarkerRow> rows, double factor) {
        MarkerDatabase full = CellMarkerLists.of(rows, names, symbols);
        List<MarkerList> lists = new ArrayList<>();
        for (MarkerList list : full.lists()) {
            Map<String, Double> weights = new TreeMap<>(list.weights());
            weights.replaceAll((_, weight) -> factor * weight);
            lists.add(new MarkerList(
                    list.source(),
                    list.publication(),
                    list.cellOntologyId(),
                    list.name(),
                    factor * list.lists(),
                    weights));
        }
        List<TissueMention> mentions = new ArrayList<>();
        for (TissueMention mention : full.mentions()) {
            mentions.add(new TissueMention(
                    mention.source(),
                    mention.publication(),
                    mention.cellOntologyId(),
                    mention.tissue(),
                    factor * mention.weight()));
        }
        return new MarkerDatabase(lists, mentions);
    }

    private void write(String name, MarkerDatabase lists, String release, String export) {
        List<String> rows = PublicationTable.rows(lists, release, ReferenceFile.of(exports.resolve(export)));
        byte[] text = (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(target.resolve(name), Gzip.of(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
