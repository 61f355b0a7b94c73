package io.nanocell.ingest;

import io.nanocell.ingest.check.Violations;
import io.nanocell.ingest.metadata.SectionMetadata;
import io.nanocell.numerics.FloatCsrMatrix;
import io.nanocell.reference.Species;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A section as the instrument wrote it, checked but unfiltered.
///
/// @param cellIds original ids, one per cell, in the order of the count matrix
/// @param x centroids in µm, one per cell
/// @param y centroids in µm, one per cell
/// @param geneIds Ensembl ids of the "Gene Expression" features
/// @param genes their symbols as the panel gives them
/// @param counts cells × genes, whole numbers
/// @param controlNames names of the control features
/// @param controls cells × control features, whole numbers
/// @param otherFeatures number of features that are neither genes nor controls
/// @param species from the panel or the Ensembl prefixes; null where neither tells
/// @param panelName from `gene_panel.json` or `experiment.xenium`; null where absent
/// @param groups brought-in cluster name per cell, null for a cell without one; null where no clusters were
/// brought
/// @param notices contradictions between the files that do not stop the analysis
public record XeniumSection(
        List<String> cellIds,
        double[] x,
        double[] y,
        List<String> geneIds,
        List<String> genes,
        FloatCsrMatrix counts,
        List<String> controlNames,
        FloatCsrMatrix controls,
        int otherFeatures,
        @Nullable Species species,
        @Nullable String panelName,
        @Nullable List<@Nullable String> groups,
        List<Notice> notices) {

    /// @return number of cells
    public int cells() {
        return x.length;
    }

    /// @return the same without gene counts, for those who have them in another form: they are most of its memory
    XeniumSection withoutCounts() {
        return new XeniumSection(
                cellIds,
                x,
                y,
                geneIds,
                genes,
                new FloatCsrMatrix(0, genes.size(), new int[1], new int[0], new float[0]),
                controlNames,
                controls,
                otherFeatures,
                species,
                panelName,
                groups,
                notices);
    }

    /// @param given what the caller says the section is of
    /// @throws MalformedBundleException "species-mismatch" if the genes or the panel say otherwise
    public void requireSpecies(Species given) {
        boolean neither = notices.stream().anyMatch(n -> n.code().equals(SectionMetadata.UNSUPPORTED_SPECIES));
        if (neither || (species != null && species != given)) {
            throw Violations.one(
                    "species-mismatch",
                    "cell_feature_matrix",
                    "species",
                    "%s was given, but the genes are %s".formatted(given, neither ? "of another species" : species),
                    "leave the species out or give the right one");
        }
    }
}
