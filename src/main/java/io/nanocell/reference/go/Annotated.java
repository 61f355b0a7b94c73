package io.nanocell.reference.go;

import io.nanocell.reference.GoAnnotations;
import io.nanocell.reference.UnreadableReferenceException;
import io.nanocell.reference.files.ReferenceFile;

/// Annotations with the release they are of.
record Annotated(GoAnnotations annotations, String release) {

    private static final double MAX_UNKNOWN = 0.05;

    /// A few terms more or less are releases of different months; more of them mean that ontology and annotations do
    /// not fit.
    ///
    /// @param read annotations read
    /// @throws UnreadableReferenceException if there is none, or the ontology lacks the terms of more than 5 %
    static void checkFit(ReferenceFile file, GoAnnotations.Collector collector, int read) {
        if (read == 0) {
            throw new UnreadableReferenceException(file.name(), "it annotates no gene with a biological process");
        }
        if (collector.unknownTerms() > MAX_UNKNOWN * read) {
            throw new UnreadableReferenceException(
                    file.name(),
                    "the ontology in use does not know the terms of %d of its %d annotations"
                            .formatted(collector.unknownTerms(), read));
        }
    }
}
