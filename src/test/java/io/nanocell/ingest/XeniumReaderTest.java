package io.nanocell.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.nanocell.reference.Species;
import org.junit.jupiter.api.Test;

class XeniumReaderTest {

    @Test
    void readsFloatingPointCountsAndNumericCellIdsOfXoa1() {
        XeniumSection section = XeniumReader.read(Samples.sixCells());

        assertThat(section.cellIds()).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(section.genes()).containsExactly("ABCC11", "ACTA2", "ACTG2", "ADAM9");
        assertThat(section.geneIds()).startsWith("ENSG00000121270");
        assertThat(section.x()).startsWith(1898.81491699219, 1895.30472412109);
        assertThat(section.y()).endsWith(2543.13193359375, 2560.04436035156);
        // h5py 3: indptr 0 3 6 8 10 13 15; three of the 15 entries are stored zeros, and no cell of the sample needs
        // them
        assertThat(section.counts().rowStart()).containsExactly(0, 3, 5, 6, 8, 10, 12);
        assertThat(section.counts().columnIndex()).containsExactly(1, 2, 3, 1, 3, 1, 1, 2, 1, 3, 1, 2);
        assertThat(section.counts().values()).containsExactly(1, 2, 3, 1, 3, 1, 1, 2, 1, 3, 1, 2);
        assertThat(section.controlNames()).isEmpty();
    }

    @Test
    void contradictionsBetweenFilesAreNotices() {
        XeniumSection section = XeniumReader.read(Samples.sixCells()); // a mouse panel of 5,006 genes, 36 cells

        assertThat(section.species()).isEqualTo(Species.HUMAN);
        assertThat(section.panelName()).isEqualTo("Xenium Mouse 5K Pan Tissue & Pathways Panel");
        assertThat(section.notices().stream().map(Notice::code))
                .contains("SPECIES_MISMATCH", "PANEL_MISMATCH", "COUNT_MISMATCH");
        assertThat(section.notices())
                .anySatisfy(notice -> assertThat(notice.message())
                        .isEqualTo("experiment.xenium declares 36 cells, the matrix has 6."));
    }

    @Test
    void readsARealSection() {
        XeniumSection section = XeniumReader.read(Samples.boneMarrow());

        assertThat(section.cellIds()).hasSize(84_518).startsWith("aaabckmo-1", "aaabhbfn-1");
        assertThat(section.genes()).hasSize(477);
        assertThat(section.controlNames()).hasSize(64);
        assertThat(section.species()).isEqualTo(Species.HUMAN);
        assertThat(section.counts().entries() + section.controls().entries()).isEqualTo(695_302);
        assertThat(section.notices()).isEmpty();
    }
}
