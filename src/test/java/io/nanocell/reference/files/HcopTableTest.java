package io.nanocell.reference.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.UnreadableReferenceException;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

class HcopTableTest {

    static final GeneSymbols SYMBOLS = new GeneSymbols(
            Set.of("CD3E", "CD8B", "FCGR3A", "FCGR3B", "CTSL", "CTSV", "G6PC1"), Map.of("G6PC", "G6PC1"));

    private static final String HEADER = "human_entrez_gene\thuman_ensembl_gene\thgnc_id\thuman_name\thuman_symbol\t"
            + "human_chr\thuman_assert_ids\tmouse_entrez_gene\tmouse_ensembl_gene\tmgi_id\tmouse_name\tmouse_symbol\t"
            + "mouse_chr\tmouse_assert_ids\tsupport";

    private static String pair(String human, String mouse, String support) {
        return "-\t-\t-\t-\t%s\t-\t-\t-\t-\t-\t-\t%s\t-\t-\t%s".formatted(human, mouse, support);
    }

    static SortedMap<String, SortedSet<String>> read() {
        return HcopTable.read(
                TextFile.of(
                        HEADER,
                        pair("CD3E", "Cd3e", "Ensembl,HGNC,NCBI,OMA,Panther,Treefam"),
                        pair("CD8B", "Cd8b1", "Ensembl,HGNC,NCBI"),
                        pair("CD8B", "Cd8b1", "OMA, NCBI,EggNOG"), // another row of the pair: five resources in all
                        pair("FCGR3A", "Fcgr4", "A,B,C,D,E,F"),
                        pair("FCGR3B", "Fcgr4", "A,B,C,D,E,F"),
                        pair("CTSV", "Ctsl", "A,B,C,D,E,F,G"),
                        pair("CTSL", "Ctsl", "A,B"),
                        pair("LY6H", "Ly6g", "A,B,C,D"),
                        pair("G6PC", "G6pc", "A,B,C,D,E"),
                        pair("-", "Gm1", "Ensembl"),
                        pair("ONLYHUMAN", "-", "Ensembl")),
                SYMBOLS);
    }

    @Test
    void takesTheHumanGenesThatMostResourcesName() {
        assertThat(read().get("Cd3e")).containsExactly("CD3E");
        assertThat(read().get("Cd8b1")).containsExactly("CD8B");
        assertThat(read().get("G6pc")).as("by its approved symbol").containsExactly("G6PC1");
    }

    @Test
    void keepsAllOfATieAndTheGeneOfTheSameLetters() {
        assertThat(read().get("Fcgr4")).containsExactly("FCGR3A", "FCGR3B");
        assertThat(read().get("Ctsl")).containsExactly("CTSL", "CTSV");
    }

    @Test
    void guessesNothing() {
        assertThat(read().get("Ly6g")).as("four resources").isEmpty();
        assertThat(read().get("Gm1")).isEmpty();
        assertThat(read()).doesNotContainKey("-").hasSize(7);
    }

    @Test
    void theShippedFormGivesTheSame() {
        var rows = OrthologTable.rows(read(), "May 2026", "0".repeat(64)).toArray(String[]::new);

        assertThat(rows).contains("Cd3e\t", "Cd8b1\tCD8B", "Ctsl\tCTSL|CTSV", "Ly6g\t-");
        assertThat(OrthologTable.read(TextFile.of(rows), SYMBOLS)).isEqualTo(read());
        assertThat(OrthologTable.release(TextFile.of(rows))).isEqualTo("May 2026");
    }

    @Test
    void refusesAnotherTable() {
        assertThatThrownBy(() -> HcopTable.read(TextFile.of("human_symbol\tmouse_symbol", "A\tB"), SYMBOLS))
                .isInstanceOf(UnreadableReferenceException.class)
                .hasMessageContaining("support");
    }
}
