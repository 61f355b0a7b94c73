package io.nanocell.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.reference.files.HgncTable;
import io.nanocell.reference.files.ReferenceFile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GeneSymbolsTest {

    static final GeneSymbols SHIPPED = HgncTable.symbols(ReferenceFile.shipped("gene-symbols.tsv.gz"));

    @Test
    void mapsFormerNames() {
        assertThat(SHIPPED.approved("ARSE")).isEqualTo("ARSL");
        assertThat(SHIPPED.approved("G6PC")).isEqualTo("G6PC1");
        assertThat(SHIPPED.aliases("ARSL")).contains("ARSE");
    }

    @Test
    void neverGuesses() {
        assertThat(List.of("ACE2", "ADH4", "CD3E"))
                .allSatisfy(symbol -> assertThat(SHIPPED.approved(symbol)).isEqualTo(symbol));
        assertThat(SHIPPED.approved("ALBX")).isEqualTo("ALBX");
    }

    @Test
    void ignoresCaseAndVersionSuffix() {
        assertThat(SHIPPED.approved(" cd3e ")).isEqualTo("CD3E");
        assertThat(SHIPPED.approved("CD3E.1")).isEqualTo("CD3E");
        assertThat(SHIPPED.approved("RP11-000A0.1")).isEqualTo("RP11-000A0.1");
    }

    @Test
    void nameOfSeveralGenesMapsToNone() {
        var names = new TreeMap<>(Map.of("A1", List.of("X", "Y"), "B1", List.of("x"), "X9", List.of("Z")));
        GeneSymbols symbols = GeneSymbols.of(names);

        assertThat(symbols.find("X")).isEmpty();
        assertThat(symbols.find("Y")).contains("A1");
        assertThat(symbols.approved("X")).isEqualTo("X");
    }

    @Test
    void approvedSymbolGoesBeforeAnothersAlias() {
        var names = new TreeMap<>(Map.of("A1", List.of("B1"), "B1", List.<String>of()));

        assertThat(GeneSymbols.of(names).approved("b1")).isEqualTo("B1");
    }
}
