package io.nanocell.reference;

import io.nanocell.reference.files.KnowledgeReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Everything known before any section is read, Gene Ontology aside.
///
/// @param symbols gene symbols
/// @param orthologs that carry it over to mice
/// @param ontology the Cell Ontology
/// @param lineages and the functions they allow
/// @param tissues the vocabulary of tissues
/// @param database marker lists and tissue mentions of all sources
/// @param cancerGenes genes that CellMarker gives for cancer cells themselves ("Cancer cell", "Glioblastoma cell", …)
/// @param releases of every source in use
/// @param coreOnly whether PanglaoDB or CellMarker is in use with its shipped core table only: the warning
/// `CORE_REFERENCE_ONLY`
public record ReferenceKnowledge(
        GeneSymbols symbols,
        Orthologs orthologs,
        CellOntology ontology,
        Lineages lineages,
        Tissues tissues,
        MarkerDatabase database,
        Set<String> cancerGenes,
        List<ReferenceRelease> releases,
        boolean coreOnly) {

    public ReferenceKnowledge {
        cancerGenes = Set.copyOf(cancerGenes);
        releases = List.copyOf(releases);
    }

    /// Reads the shipped tables, each replaced by its official file where the folder has it. Takes a second or three.
    ///
    /// @param officialFolder with the official files under their own names; null: shipped tables only
    /// @throws UnreadableReferenceException naming the file that is there and cannot be read
    public static ReferenceKnowledge load(@Nullable Path officialFolder) {
        return new KnowledgeReader(officialFolder).read();
    }

    /// @return the same with other marker lists, for what-if questions such as leaving a publication out
    public ReferenceKnowledge with(MarkerDatabase other) {
        return new ReferenceKnowledge(
                symbols, orthologs, ontology, lineages, tissues, other, cancerGenes, releases, coreOnly);
    }

    /// @return the same in the gene symbols of another species
    ReferenceKnowledge inOtherSymbols(GeneSymbols names, MarkerDatabase lists, Set<String> genesOfCancer) {
        return new ReferenceKnowledge(
                names, orthologs, ontology, lineages, tissues, lists, genesOfCancer, releases, coreOnly);
    }
}
