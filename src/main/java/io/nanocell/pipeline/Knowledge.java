package io.nanocell.pipeline;

import io.nanocell.confidence.ReasonCodes;
import io.nanocell.evidence.CandidateKnowledge;
import io.nanocell.reference.GoReference;
import io.nanocell.reference.ReferenceKnowledge;
import io.nanocell.reference.ReferenceRelease;
import io.nanocell.reference.Species;
import io.nanocell.results.Notice;
import io.nanocell.results.SourceVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The reference data in use, read once at the start; what follows from them is worked out at its first use.
final class Knowledge {

    private final ReferenceKnowledge types;
    private final GoReference go;
    private final Species species;
    private final LeftOutSources without;
    private final Supplier<CandidateKnowledge> candidates;
    private final Supplier<Knowledge> mice;

    /// @param types gene symbols, cell types, marker databases, lineages, tissues of human genes
    /// @param go the Gene Ontology and its annotations
    Knowledge(ReferenceKnowledge types, GoReference go) {
        this(types, go, Species.HUMAN, LeftOutSources.NONE);
    }

    private Knowledge(ReferenceKnowledge types, GoReference go, Species species, LeftOutSources without) {
        this.types = types;
        this.go = go;
        this.species = species;
        this.without = without;
        this.candidates = new Once<>(() -> new CandidateKnowledge(types));
        this.mice = new Once<>(() -> new Knowledge(
                types.orthologs().inMice(types),
                types.orthologs().inMice(go, types.symbols()),
                Species.MOUSE,
                without));
    }

    ReferenceKnowledge types() {
        return types;
    }

    GoReference go() {
        return go;
    }

    /// @return the evidence of all genes for all types
    CandidateKnowledge candidates() {
        return candidates.get();
    }

    /// @return what is known of a species' genes: of mice, what is known of the human orthologs
    Knowledge of(Species other) {
        return other == species ? this : mice.get();
    }

    /// @return what is known without these sources
    Knowledge without(LeftOutSources sources) {
        return new Knowledge(types.with(sources.of(types.database())), go, species, sources);
    }

    /// @return of the sources in use
    List<ReferenceRelease> releases() {
        return Stream.concat(types.releases().stream(), go.releases().stream())
                .filter(release -> !without.leavesOut(release))
                .toList();
    }

    /// @return the sources of markers that are not in use
    List<String> leftOut() {
        return without.names();
    }

    List<SourceVersion> versions() {
        return releases().stream()
                .map(r -> new SourceVersion(r.name(), r.release(), r.sha256()))
                .toList();
    }

    /// @return what every user of these data should know
    List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        if (types.coreOnly()) {
            notices.add(new Notice(
                    "CORE_REFERENCE_ONLY",
                    "The service runs on the compact tables that ship with it. reference-data/download.sh fetches the"
                            + " full databases; nanocell.reference.path names their folder."));
        }
        without.notice().ifPresent(notices::add);
        if (species == Species.MOUSE) {
            notices.add(new Notice(
                    ReasonCodes.MOUSE_BY_ORTHOLOGY,
                    "Markers and functions of mouse genes are those of their human orthologs, and the confidence was"
                            + " fitted on human cells: no call is surer than MODERATE. A gene without an ortholog is"
                            + " unknown."));
        }
        return notices;
    }
}
