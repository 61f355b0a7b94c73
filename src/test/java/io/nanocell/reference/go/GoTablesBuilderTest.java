package io.nanocell.reference.go;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.nanocell.reference.GeneOntology;
import io.nanocell.reference.GoAnnotations;
import io.nanocell.reference.UnreadableReferenceException;
import io.nanocell.reference.files.ReferenceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoTablesBuilderTest {

    static final Path OFFICIAL = Path.of("../shared/reference-data");

    @TempDir
    Path folder;

    @BeforeEach
    void writeOfficialFiles() throws IOException {
        Files.writeString(folder.resolve("go-basic.obo"), GoFixture.OBO);
        Files.writeString(folder.resolve("goslim_generic.obo"), GoFixture.SLIM);
        Files.write(folder.resolve("goa_human.gaf.gz"), GoFixture.gzip(GoFixture.gaf()));
    }

    @Test
    void keepsWhatTheOfficialFilesSay() throws IOException {
        GoTablesBuilder.build(folder, folder, true);

        GoTables.Terms terms = GoTables.terms(ReferenceFile.of(folder.resolve("go-terms.tsv.gz")));
        GeneOntology official = OboFileTest.ontology(GoFixture.OBO);
        assertThat(terms.release()).isEqualTo("2024-06-17");
        assertThat(terms.ontology().terms()).isEqualTo(official.terms());
        assertThat(terms.ontology().replacements()).isEqualTo(official.replacements());
        assertThat(GoTables.slim(ReferenceFile.of(folder.resolve("go-slim.tsv.gz")))
                        .ids())
                .containsExactly("GO:0002376");
        GoAnnotations annotations = annotations(terms.ontology());
        assertThat(annotations.evidenceCodes()).containsExactly("IBA", "IDA", "IEA");
        assertThat(annotations.terms("ARSL")).containsExactly(official.term("GO:0008150"));
        assertThat(annotations.size()).isEqualTo(4);
    }

    private GoAnnotations annotations(GeneOntology ontology) {
        return GoTables.annotations(
                        ReferenceFile.of(folder.resolve("go-annotations.tsv.gz")), ontology, GoFixture.SYMBOLS)
                .annotations();
    }

    @Test
    void leavesPlaceholdersOfEvidenceOut() throws IOException {
        GoTablesBuilder.main(new String[] {folder.toString(), folder.toString(), "--no-evidence"});

        GoAnnotations annotations = annotations(OboFileTest.ontology(GoFixture.OBO));
        assertThat(annotations.evidenceCodes()).isEmpty();
        assertThat(annotations.direct("CD4", Set.of())).hasSize(1);
    }

    @Test
    void rejectsArgumentsItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GoTablesBuilder.main(new String[] {"a", "b", "--evidence"}))
                .withMessageContaining("<official folder>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6955\tname", "x6955\tname\t\t\t", "6955\tname\t77\t\t", "6955\tname\t12345678\t\t"})
    void refusesADamagedTable(String row) {
        var damaged = GoFixture.file("go-terms.tsv.gz", "# release 1\nid\tname\tis_a\tpart_of\treplaces\n" + row);

        assertThatExceptionOfType(UnreadableReferenceException.class)
                .isThrownBy(() -> GoTables.terms(damaged))
                .withMessageContaining("go-terms.tsv.gz");
    }

    @Test
    void makesTheShippedTables() throws IOException {
        assumeTrue(Files.exists(OFFICIAL), "the official files are not beside the project");

        GoTablesBuilder.build(OFFICIAL, folder, false);

        for (String table : new String[] {GoTables.TERMS, GoTables.SLIM, GoTables.ANNOTATIONS}) {
            assertThat(Files.readAllBytes(folder.resolve(table)))
                    .as(table)
                    .isEqualTo(ReferenceFile.shipped(table).bytes());
        }
    }
}
