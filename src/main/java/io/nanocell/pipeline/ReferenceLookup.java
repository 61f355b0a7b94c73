package io.nanocell.pipeline;

import io.nanocell.evidence.PanelAdequacy;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.GoTerm;
import io.nanocell.reference.Label;
import io.nanocell.reference.LabelSpace;
import io.nanocell.reference.MarkerList;
import io.nanocell.reference.Species;
import io.nanocell.reference.UnknownLabelException;
import io.nanocell.reference.UnknownTissueException;
import io.nanocell.results.NotFoundException;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Looks things up in the reference data in use.
@Service
public class ReferenceLookup {

    private record Marking(String cellOntologyId, String source) {}

    private final Knowledge knowledge;

    ReferenceLookup(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    public ReferenceStatus status() {
        List<ReferenceSource> sources = knowledge.releases().stream()
                .map(r -> new ReferenceSource(r.name(), r.release(), r.sha256(), r.entries(), r.licence()))
                .toList();
        return new ReferenceStatus(sources, knowledge.leftOut(), knowledge.notices());
    }

    /// @throws RequestRejected for an unknown tissue, listing what is known
    public List<LabelRow> labels(@Nullable String tissue, @Nullable String species) {
        return labelSpace(LabelSpace.Request.ofTissue(tissue), SpeciesName.supported(species)).labels().stream()
                .sorted(Comparator.comparing(Label::name))
                .map(l ->
                        new LabelRow(l.name(), l.cellOntologyId(), l.lineage(), List.copyOf(l.tissues()), l.markers()))
                .toList();
    }

    /// @param species of the gene: of a mouse gene, what is known of its human orthologs
    /// @throws NotFoundException for a gene that no source knows
    public GeneFacts gene(String symbol, @Nullable String species) {
        Knowledge known = knowledge.of(SpeciesName.supported(species));
        GeneSymbols symbols = known.types().symbols();
        String gene = symbols.find(symbol).orElseGet(() -> symbol.strip().toUpperCase(Locale.ROOT));
        List<MarkerOf> markerOf = markerOf(gene, known);
        List<String> terms =
                known.go().annotations().terms(gene).stream().map(GoTerm::id).toList();
        if (markerOf.isEmpty() && terms.isEmpty() && !symbols.isApproved(gene)) {
            throw new NotFoundException("no source in use knows a gene " + symbol);
        }
        return new GeneFacts(gene, symbols.aliases(gene), markerOf, terms);
    }

    private static List<MarkerOf> markerOf(String gene, Knowledge knowledge) {
        Map<Marking, Double> weights =
                new TreeMap<>(Comparator.comparing(Marking::cellOntologyId).thenComparing(Marking::source));
        for (MarkerList list : knowledge.types().database().lists()) {
            Double weight = list.weights().get(gene);
            if (weight != null) {
                weights.merge(new Marking(list.cellOntologyId(), list.source().title()), weight, Double::sum);
            }
        }
        List<MarkerOf> rows = new ArrayList<>();
        weights.forEach((marking, weight) -> rows.add(new MarkerOf(
                knowledge.types().ontology().type(marking.cellOntologyId()).name(),
                marking.cellOntologyId(),
                marking.source(),
                weight)));
        rows.sort(Comparator.comparingDouble(MarkerOf::weight).reversed());
        return rows;
    }

    /// @return what to do about a tissue that the vocabulary does not know; empty for a known one and for none
    Optional<String> unknownTissue(@Nullable String tissue) {
        if (tissue == null) {
            return Optional.empty();
        }
        try {
            knowledge.types().tissues().resolve(tissue);
            return Optional.empty();
        } catch (UnknownTissueException unknown) {
            return Optional.of("leave it out, or send one of: " + String.join(", ", unknown.known()));
        }
    }

    /// @throws RequestRejected naming the tissue or label that is not known
    LabelSpace labelSpace(LabelSpace.Request request, Species species) {
        unknownTissue(request.tissue()).ifPresent(remedy -> {
            throw new RequestRejected(
                    "invalid-parameters",
                    422,
                    "The tissue is not in the vocabulary.",
                    List.of(new ProblemViolation(null, "tissue", request.tissue(), remedy)));
        });
        try {
            return LabelSpace.of(knowledge.of(species).types(), request);
        } catch (UnknownLabelException unknown) {
            throw new RequestRejected(
                    "invalid-parameters",
                    422,
                    "A label is not in the label space.",
                    List.of(new ProblemViolation(
                            null,
                            "parameters.labelSpace",
                            unknown.label(),
                            "send labels or ids that /api/v1/reference/labels lists")));
        }
    }

    /// @param genes the panel
    /// @param species of its genes
    public List<AdequacyRow> adequacy(List<String> genes, @Nullable String tissue, @Nullable String species) {
        Species of = SpeciesName.supported(species);
        LabelSpace space = labelSpace(LabelSpace.Request.ofTissue(tissue), of);
        return PanelAdequacy.DEFAULT.of(knowledge.of(of).candidates(), space, genes).stream()
                .map(a -> new AdequacyRow(
                        a.label().name(), a.label().cellOntologyId(), a.status().name(), a.onPanel(), a.parent()))
                .toList();
    }
}
