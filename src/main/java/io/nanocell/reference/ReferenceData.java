package io.nanocell.reference;

import io.nanocell.reference.files.KnowledgeReader;
import io.nanocell.reference.go.GoFiles;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// All reference data.
///
/// @param types gene symbols, cell types, marker databases, lineages, tissues
/// @param go the Gene Ontology and its annotations
public record ReferenceData(ReferenceKnowledge types, GoReference go) {

    /// Reads the shipped tables, each replaced by its official file where the folder has it. The Gene Ontology is read
    /// beside the rest, on a thread of its own: both are long, and nearly all of it is cold code.
    ///
    /// @param officialFolder with the official files under their own names; null: shipped tables only
    /// @throws UnreadableReferenceException naming the file that is there and cannot be read; of several always the
    /// same one, whichever thread is faster
    public static ReferenceData load(@Nullable Path officialFolder) {
        var reader = new KnowledgeReader(officialFolder);
        var go = new Ahead<>("reference-go", () -> new GoFiles(officialFolder).read(reader::symbols));
        ReferenceKnowledge types = reader.read();
        return new ReferenceData(types, go.get());
    }
}
