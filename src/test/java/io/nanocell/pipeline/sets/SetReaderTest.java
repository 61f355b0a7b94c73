package io.nanocell.pipeline.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.results.JobParameters.MarkerSet;
import io.nanocell.results.Notice;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetReaderTest {

    static final ReferenceKnowledge KNOWLEDGE = ReferenceKnowledge.load(null);

    static SetReader csv(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), true);
    }

    static SetReader gmt(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8), false);
    }

    static SetReader read(byte[] content, boolean csv) {
        return SetReader.read(content, csv, "sets", KNOWLEDGE);
    }

    static List<ProblemViolation> refused(byte[] content, boolean csv) {
        return catchThrowableOfType(RequestRejected.class, () -> read(content, csv))
                .violations();
    }

    static List<ProblemViolation> refusedCsv(String text) {
        return refused(text.getBytes(StandardCharsets.UTF_8), true);
    }

    @Test
    void readsCsvInAnyColumnOrderSeparatorAndQuoting() {
        var expected = List.of(
                new MarkerSet("T cell, \"tired\"", "CL:0000084", List.of("CD3E", "LAG3")),
                new MarkerSet("B", null, List.of("MS4A1")));

        assertThat(csv("""
                label,gene,cellOntologyId
                "T cell, ""tired\""",CD3E,CL:0000084
                B,MS4A1,
                "T cell, ""tired\""",LAG3,
                """).sets()).isEqualTo(expected);
        assertThat(
                        csv("\uFEFFGene;cell_ontology_id;Label\r\nCD3E;CL_0000084;\"T cell, \"\"tired\"\"\"\r\n\r\nLAG3;;\"T cell, \"\"tired\"\"\"\r\nMS4A1;;B\r\n")
                                .sets())
                .isEqualTo(expected);
    }

    @Test
    void readsGmtWithIdsInTheDescription() {
        assertThat(gmt("hep\thttps://x/CL:0000182\tALB\tAPOA1\t\nown\tna\tMLANA\n")
                        .sets())
                .containsExactly(
                        new MarkerSet("hep", "CL:0000182", List.of("ALB", "APOA1")),
                        new MarkerSet("own", null, List.of("MLANA")));
    }

    @Test
    void genesComeByTheirApprovedSymbols() {
        SetReader read = gmt("T\tna\tcd3e\tCD3E\tMART1\tNOSUCHGENE\nodd\tna\tNOSUCHGENE\n");

        assertThat(read.sets().getFirst().genes())
                .startsWith("CD3E")
                .contains("NOSUCHGENE")
                .doesNotHaveDuplicates();
        assertThat(read.warnings())
                .extracting(Notice::code)
                .containsExactly("UNKNOWN_GENES", "NO_KNOWN_GENE", "DUPLICATE_GENES");
    }

    @Test
    void namesTheLineOfWhatDoesNotHold() {
        assertThat(refusedCsv("label,gene,cellOntologyId\nT,CD3E,CL:9999999\n,CD3E,\nT,LAG3,CL:0000084\nT,x\n"))
                .extracting(ProblemViolation::field)
                .containsExactly("line 3", "line 4", "line 5", "line 2");
        assertThat(refusedCsv("label,gene\n\"T,CD3E\n").getFirst().remedy()).contains("quote");
        assertThat(refusedCsv("name,gene\nT,CD3E\n").getFirst().remedy()).contains("names the columns");
        assertThat(refusedCsv("label,gene\n").getFirst().remedy()).contains("no set");
        assertThat(refusedCsv("").getFirst().remedy()).contains("empty");
        assertThat(refused("T\tna\nT\tna\tCD3E\nT\tna\tCD3E\nU\tna\t\t\n".getBytes(StandardCharsets.UTF_8), false))
                .extracting(ProblemViolation::field)
                .containsExactly("line 1", "line 3", "line 4");
    }

    @Test
    void readsUtf16WithItsMarkAndRefusesOtherBytes() {
        byte[] excel = "\uFEFFlabel\tgene\nZelle é\tCD3E\n".getBytes(StandardCharsets.UTF_16LE);
        assertThat(read(excel, true).sets().getFirst().label()).isEqualTo("Zelle é");

        byte[] latin = "label,gene\nZelle é,CD3E\n".getBytes(Charset.forName("ISO-8859-1"));
        assertThat(refused(latin, true).getFirst().field()).isEqualTo("line 2");
        assertThat(refused(latin, true).getFirst().remedy()).contains("UTF-8");
        assertThat(refused(new byte[] {0x1F, (byte) 0x8B, 8, 0}, true)
                        .getFirst()
                        .remedy())
                .contains("packed");
        assertThat(refusedCsv("label,gene\nT,CD\0E\n").getFirst().field()).isEqualTo("line 2");
    }

    @Test
    void limitsSizes() {
        assertThat(refusedCsv("label,gene\n" + "x".repeat(201) + ",CD3E\n")
                        .getFirst()
                        .remedy())
                .contains("200");
        assertThat(refusedCsv("label,gene\nT," + "x".repeat(101) + "\n")
                        .getFirst()
                        .remedy())
                .contains("100");
        var many = new StringBuilder();
        for (int i = 0; i <= 5000; i++) {
            many.append('s').append(i).append("\tna\tCD3E\n");
        }
        assertThat(refused(many.toString().getBytes(StandardCharsets.UTF_8), false)
                        .getFirst()
                        .remedy())
                .contains("at most 5000 sets");
    }

    @Test
    void warnsOfTwoSetsOfOneTerm() {
        assertThat(gmt("a\tCL:0000084\tCD3E\nb\tCL:0000084\tLAG3\n").warnings())
                .extracting(Notice::code)
                .containsExactly("SAME_TERM");
    }
}
