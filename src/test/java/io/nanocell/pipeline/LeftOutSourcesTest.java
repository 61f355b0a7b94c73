package io.nanocell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.ReferenceRelease;
import io.nanocell.reference.Species;
import io.nanocell.results.Notice;
import org.junit.jupiter.api.Test;

/// `nanocell.reference.without`: the service does without sources of markers, and says so.
class LeftOutSourcesTest {

    private static Knowledge without(String names) {
        return ReferenceConfiguration.knowledge("", names);
    }

    @Test
    void nothingIsLeftOutByDefault() {
        Knowledge all = without("");

        assertThat(all.leftOut()).isEmpty();
        assertThat(all.notices()).extracting(Notice::code).containsExactly("CORE_REFERENCE_ONLY");
        assertThat(all.releases()).extracting(ReferenceRelease::name).contains("atlas-markers", "PanglaoDB", "HCOP");
    }

    @Test
    void aSourceThatIsLeftOutSpeaksOfNothing() {
        Knowledge some = without("atlas, panglao-db");

        assertThat(some.types().database().lists())
                .extracting(list -> list.source())
                .contains(MarkerSource.CELL_MARKER)
                .doesNotContain(MarkerSource.ATLAS, MarkerSource.PANGLAO_DB);
        assertThat(some.leftOut()).containsExactly("ATLAS", "PANGLAO_DB");
        assertThat(some.releases())
                .extracting(ReferenceRelease::name)
                .contains("CellMarker", "Cell Ontology")
                .doesNotContain("atlas-markers", "PanglaoDB");
        assertThat(some.versions()).hasSameSizeAs(some.releases());
        assertThat(some.notices()).anySatisfy(notice -> {
            assertThat(notice.code()).isEqualTo("SOURCES_LEFT_OUT");
            assertThat(notice.message()).contains("ATLAS, PANGLAO_DB");
        });
        assertThat(new ReferenceLookup(some).status().leftOut()).containsExactly("ATLAS", "PANGLAO_DB");
    }

    @Test
    void everySourceThatIsLeftOutLeavesTheReleasesToo() {
        Knowledge some = without("cell-marker-mouse,single-cell-base,cell-ontology");

        assertThat(some.releases())
                .extracting(ReferenceRelease::name)
                .as("the ontology's terms stay in use")
                .contains("Cell Ontology", "CellMarker", "atlas-markers")
                .doesNotContain("CellMarker (mouse)", "SingleCellBase");
        assertThat(some.types().database().lists())
                .extracting(list -> list.source())
                .doesNotContain(
                        MarkerSource.CELL_MARKER_MOUSE, MarkerSource.SINGLE_CELL_BASE, MarkerSource.CELL_ONTOLOGY);
    }

    @Test
    void miceDoWithoutItToo() {
        Knowledge mice = without("ATLAS").of(Species.MOUSE);

        assertThat(mice.types().database().lists())
                .extracting(list -> list.source())
                .doesNotContain(MarkerSource.ATLAS);
        assertThat(mice.notices()).extracting(Notice::code).contains("SOURCES_LEFT_OUT", "MOUSE_BY_ORTHOLOGY");
    }

    @Test
    void refusesASourceThatThereIsNotAndALabelSpaceWithoutLabels() {
        assertThatThrownBy(() -> without("WIKIPEDIA"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("nanocell.reference.without: WIKIPEDIA is none of [CELL_MARKER");
        assertThatThrownBy(() -> without("CELL_MARKER,CELL_MARKER_CANCER,PANGLAO_DB"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no label left");
    }
}
