package io.nanocell.reference;

import io.nanocell.reference.go.GoFiles;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the Gene Ontology knows, from the tables that ship with the service or from the official files.
///
/// @param ontology the biological processes
/// @param annotations of the human genes, direct
/// @param slim goslim_generic
/// @param releases what was read: ontology, slim, annotations
public record GoReference(
        GeneOntology ontology, GoAnnotations annotations, GoSlim slim, List<ReferenceRelease> releases) {

    public GoReference {
        releases = List.copyOf(releases);
    }

    /// Reads the three sources. Each of `go-basic.obo`, `goslim_generic.obo` and `goa_human.gaf.gz` that lies in the
    /// folder replaces the shipped table.
    ///
    /// @param official folder of official files; null: the shipped tables
    /// @param symbols resolve former gene symbols
    /// @throws UnreadableReferenceException naming the file that is there and cannot be read, or does not fit the
    /// others
    public static GoReference load(@Nullable Path official, GeneSymbols symbols) {
        return new GoFiles(official).read(() -> symbols);
    }
}
