package io.nanocell.evidence;

import io.nanocell.reference.CellOntology;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.MarkerDatabase;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.MarkerSource;
import io.nanocell.reference.ReferenceKnowledge;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The sources one by one, to ask whether they agree: CellMarker, PanglaoDB and the atlases were made by different
/// people from different data. What the user brought stands apart: it says what the user means, and needs nobody's
/// consent.
///
/// Takes some 10 MB and a few tenths of a second with the full databases; made once per reference data.
public final class SourceKnowledge {

    private static final List<Set<MarkerSource>> INDEPENDENT = List.of(
            EnumSet.of(MarkerSource.CELL_MARKER, MarkerSource.CELL_MARKER_CANCER),
            EnumSet.of(MarkerSource.PANGLAO_DB),
            EnumSet.of(MarkerSource.ATLAS));

    private final List<IndependentSource> sources;
    private final IndependentSource user;
    private final CellOntology ontology;
    private final GeneSymbols symbols;

    private SourceKnowledge(
            List<IndependentSource> sources, IndependentSource user, CellOntology ontology, GeneSymbols symbols) {
        this.sources = sources;
        this.user = user;
        this.ontology = ontology;
        this.symbols = symbols;
    }

    /// @return the sources of these data; one that is not in use has no say
    public static SourceKnowledge of(ReferenceKnowledge reference) {
        return of(reference.database(), reference.ontology(), reference.symbols());
    }

    public static SourceKnowledge of(MarkerDatabase database, CellOntology ontology, GeneSymbols symbols) {
        List<IndependentSource> sources = INDEPENDENT.stream()
                .map(kinds -> of(database, kinds))
                .filter(source -> !source.types().isEmpty())
                .toList();
        return new SourceKnowledge(sources, ofUser(database), ontology, symbols);
    }

    private static IndependentSource of(MarkerDatabase database, Set<MarkerSource> kinds) {
        List<MarkerList> lists = database.lists().stream()
                .filter(list -> kinds.contains(list.source()))
                .toList();
        return IndependentSource.of(lists);
    }

    private static IndependentSource ofUser(MarkerDatabase database) {
        return of(database, EnumSet.of(MarkerSource.USER));
    }

    /// @param added marker sets that the user brought
    /// @return this, and what the user says
    public SourceKnowledge with(MarkerDatabase added) {
        return added.lists().isEmpty() ? this : new SourceKnowledge(sources, ofUser(added), ontology, symbols);
    }

    /// @param markers of a cluster in rank order, by any name
    /// @return what each source says of them
    public SourceOpinion of(List<String> markers) {
        List<String> genes = markers.stream().map(symbols::approved).toList();
        return new SourceOpinion(
                sources.stream()
                        .map(source -> SourceOpinion.Said.of(source, genes))
                        .toList(),
                SourceOpinion.Said.of(user, genes),
                genes.size(),
                ontology);
    }
}
