package io.nanocell.pipeline;

import io.nanocell.reference.GoReference;
import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.reference.ReferenceRelease;
import io.nanocell.results.Notice;
import io.nanocell.results.SourceVersion;
import java.util.List;
import java.util.stream.Stream;

/// The reference data in use, read once at the start.
///
/// @param types gene symbols, cell types, marker databases, lineages, tissues
/// @param go the Gene Ontology and its annotations
record Knowledge(ReferenceKnowledge types, GoReference go) {

    List<ReferenceRelease> releases() {
        return Stream.concat(types.releases().stream(), go.releases().stream()).toList();
    }

    List<SourceVersion> versions() {
        return releases().stream()
                .map(r -> new SourceVersion(r.name(), r.release(), r.sha256()))
                .toList();
    }

    /// @return what every user of these data should know
    List<Notice> notices() {
        return types.coreOnly()
                ? List.of(new Notice(
                        "CORE_REFERENCE_ONLY",
                        "The service runs on the compact tables that ship with it. reference-data/download.sh fetches the"
                                + " full databases; nanocell.reference.path names their folder."))
                : List.of();
    }
}
