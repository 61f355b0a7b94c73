package io.nanocell.reference.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.TissueMention;
import io.nanocell.reference.names.LabelNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MarkerListsTest {

    static final GeneSymbols SYMBOLS = new GeneSymbols(Set.of("ALB", "TTR", "ARSL"), Map.of("ARSE", "ARSL"));
    static final CellOntologyTerms TERMS = terms();
    static final CellOntology ONTOLOGY = TERMS.ontology();
    static final LabelNames NAMES = new LabelNames(TERMS, ONTOLOGY, TextFile.of("name\tcl_id", "Cancer cell\tDROP"));

    /// A hepatocyte among others: of two terms each would be too general to be a head noun.
    private static CellOntologyTerms terms() {
        List<String> lines = new ArrayList<>(List.of("[Term]", "id: CL:0000182", "name: hepatocyte"));
        for (int i = 1; i < 12; i++) {
            lines.addAll(List.of("[Term]", "id: CL:" + i, "name: other " + i));
        }
        return CellOntologyFile.read(TextFile.of(lines.toArray(String[]::new)));
    }

    @Test
    void panglaoWeighsCanonicalAndSpecificMarkers() {
        MarkerDatabase read = PanglaoTable.read(
                TextFile.of(
                        "species\tofficial gene symbol\tcell type\tcanonical marker\torgan\tspecificity_human",
                        "Mm Hs\tALB\tHepatocytes\t1\tLiver\t0.1",
                        "Hs\tARSE\tHepatocytes\t0\tLiver\tNA",
                        "Mm\tTTR\tHepatocytes\t1\tLiver\t",
                        "Hs\tXYZ1\tHepatocytes\t1\tLiver\t0.2",
                        "Hs\tALB\tNo such cells\t1\tLiver\t0"),
                Map.of("Hepatocytes", "CL:0000182"),
                NAMES,
                SYMBOLS);

        MarkerList list = read.lists().getFirst();
        assertThat(read.lists()).hasSize(1);
        assertThat(list.weights()).containsOnly(entry("ALB", 0.5), entry("ARSL", 0.5), entry("TTR", 0.5));
        assertThat(read.mentions())
                .containsExactly(new TissueMention(MarkerSource.PANGLAO_DB, "PanglaoDB", "CL:0000182", "liver", 2));
    }

    @Test
    void cellMarkerDampsLongListsAndHalvesHeadNouns() {
        List<CellMarkerRow> rows = new ArrayList<>();
        for (int gene = 0; gene < 80; gene++) {
            rows.add(new CellMarkerRow("Liver", "Normal cell", "Hepatocyte", "", "GENE" + gene, "1"));
        }
        rows.add(new CellMarkerRow("Liver", "Cancer cell", "Periportal hepatocyte", "", "ALB", ""));
        rows.add(new CellMarkerRow("Liver", "Cancer cell", "Cancer cell", "CL_0000182", "TTR", "3"));
        MarkerDatabase read = CellMarkerLists.of(rows, NAMES, SYMBOLS);

        assertThat(read.lists()).hasSize(2);
        assertThat(read.lists().getFirst().lists()).isCloseTo(0.5, within(1e-12));
        assertThat(read.lists().getLast().source()).isEqualTo(MarkerSource.CELL_MARKER_CANCER);
        assertThat(read.lists().getLast().publication()).isEqualTo("none");
        assertThat(read.lists().getLast().weights()).containsOnly(entry("ALB", 0.5));
    }

    @Test
    void cancerGenesAreThoseMoreOftenGivenForCancerCells() {
        List<CellMarkerRow> rows = List.of(
                new CellMarkerRow("Liver", "Cancer cell", "Cancer cell", "", "ALB", "1"),
                new CellMarkerRow("Liver", "Cancer cell", "Cancer cell", "", "ALB", "2"),
                new CellMarkerRow("Liver", "Normal cell", "Hepatocyte", "", "ALB", "3"),
                new CellMarkerRow("Liver", "Cancer cell", "Cancer cell", "", "TTR", "1"),
                new CellMarkerRow("Liver", "Cancer cell", "Cancer cell", "", "TTR", "1"));

        assertThat(CellMarkerLists.cancerGenes(rows, SYMBOLS)).containsExactly("ALB");
    }

    @Test
    void atlasRanksCountLessTheLowerTheyAre() {
        MarkerDatabase read = AtlasTable.read(
                TextFile.of(
                        "source\tstudy\tcl_id\tlabel\ttissue\tgene\trank",
                        "cpl_adult\t1\tCL:0000182\thepatocyte\tliver\tALB\t20",
                        "cpl_adult\t1\tCL:0000182\thepatocyte\tliver\tTTR\t80",
                        "cpl_mouse\t2\tCL:0000182\thepatocyte\tliver\tALB\t1",
                        "xcell\t3\tCL:0000182\thepatocyte\t\tALB\t"),
                ONTOLOGY,
                SYMBOLS);

        assertThat(read.lists().get(0).weights()).containsOnly(entry("ALB", 1.0), entry("TTR", 0.5));
        assertThat(read.lists().get(1).weights()).containsOnly(entry("ALB", 0.5));
        assertThat(read.lists().get(2).weights()).containsOnly(entry("ALB", 1.0));
        assertThat(read.namedTypes()).as("atlases name nothing").isEmpty();
    }

    @Test
    void findsMarkersThatTheOntologyStates() {
        CellOntologyTerms terms = CellOntologyFile.read(TextFile.of(
                "[Term]",
                "id: CL:0000001",
                "name: ttr GABAergic interneuron",
                "def: \"A neuron that expresses ALB, and is ARSE-negative. REST is a word.\" [PMID:1]",
                "comment: The marker set ALB, TTR can identify this type."));

        assertThat(new OntologyStatements(SYMBOLS).in(terms).lists().getFirst().weights())
                .containsOnly(entry("ALB", 1.5), entry("TTR", 4.0));
    }
}
