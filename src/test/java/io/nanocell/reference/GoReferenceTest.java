package io.nanocell.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoReferenceTest {

    static final GeneSymbols SYMBOLS = new GeneSymbols(Set.of("CD3E"), Map.of());

    @Test
    void readsTheShippedTables() {
        GoReference go = GoReference.load(null, SYMBOLS);

        assertThat(go.ontology().size()).isGreaterThan(20_000);
        assertThat(go.annotations().genes()).hasSizeGreaterThan(15_000).contains("CD3E", "ALB", "PECAM1");
        assertThat(go.annotations().terms("CD3E"))
                .extracting(GoTerm::name)
                .contains("T cell receptor signaling pathway");
        assertThat(go.slim().project("GO:0042110")) // T cell activation
                .hasValueSatisfying(term -> assertThat(term.name()).isEqualTo("immune system process"));
        assertThat(go.releases())
                .extracting(ReferenceRelease::name)
                .containsExactly("Gene Ontology", "GO slim generic", "GO annotations, human (GOA)");
        assertThat(go.releases()).allSatisfy(release -> {
            assertThat(release.sha256()).hasSize(64);
            assertThat(release.entries()).isPositive();
            assertThat(release.licence()).isEqualTo("CC-BY 4.0");
        });
    }

    @Test
    void takesAnOfficialFileInsteadOfItsTable(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("goslim_generic.obo"), """
                data-version: go/2025-01-02/subsets/goslim_generic.owl

                [Term]
                id: GO:0042110
                name: T cell activation
                namespace: biological_process
                """);

        GoReference go = GoReference.load(folder, SYMBOLS);

        assertThat(go.slim().ids()).containsExactly("GO:0042110");
        assertThat(go.releases().get(1).release()).isEqualTo("2025-01-02");
        assertThat(go.releases().getFirst())
                .isEqualTo(GoReference.load(null, SYMBOLS).releases().getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"go-basic.obo", "goslim_generic.obo", "goa_human.gaf.gz"})
    void namesTheOfficialFileThatIsDamaged(String name, @TempDir Path folder) throws IOException {
        Files.write(folder.resolve(name), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1, 2, 3});

        assertThatExceptionOfType(UnreadableReferenceException.class)
                .isThrownBy(() -> GoReference.load(folder, SYMBOLS))
                .withMessageContaining(name);
    }
}
