package io.nanocell.pipeline;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.evidence.ClusterEvidence;
import io.nanocell.evidence.ClusterMarkers;
import io.nanocell.evidence.Enrichment;
import io.nanocell.evidence.MarkerGene;
import io.nanocell.evidence.MarkerStage;
import io.nanocell.evidence.PanelEnrichment;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.results.ClusterView;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobStage;
import io.nanocell.results.Notice;
import io.nanocell.results.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/// Names clusters that were made elsewhere, from their marker lists alone.
@Service
public class MarkerAnnotations {

    /// Runs each stage at once and tells nobody.
    private static final StageWatcher UNWATCHED = new StageWatcher() {
        @Override
        public <T> T stage(JobStage stage, Supplier<T> work) {
            return work.get();
        }
    };

    private final Knowledge knowledge;
    private final Judgement judgement;
    private final ParameterCheck parameters;
    private final MarkerListCheck check;
    private final String version;

    MarkerAnnotations(
            Knowledge knowledge,
            Judgement judgement,
            ParameterCheck parameters,
            MarkerListCheck check,
            @Value("${spring.application.version}") String version) {
        this.knowledge = knowledge;
        this.judgement = judgement;
        this.parameters = parameters;
        this.check = check;
        this.version = version;
    }

    /// @throws io.nanocell.results.RequestRejected naming cluster and field
    public MarkerAnnotationAnswer annotate(MarkerAnnotationRequest request) {
        check.check(request);
        MethodParameters method = method(request);
        Knowledge known = knowledge.of(method.species());
        GeneSymbols symbols = known.types().symbols();
        List<String> panel = request.panel() == null ? null : symbols(request.panel(), symbols);
        var judged = judgement.of(method, panel);
        List<ClusterMarkers> markers = markers(request.clusters(), symbols);
        List<String> names =
                request.clusters().stream().map(MarkerListRequest::id).toList();
        List<ClusterEvidence> evidence = judged.evidence(names, markers, explain(markers, panel, method, known));
        ModelAnswers answers = judged.ask(evidence, UNWATCHED);
        List<AnnotatedCluster> annotated = judged.annotate(evidence, answers.byCluster());
        return new MarkerAnnotationAnswer(
                annotated.stream().map(MarkerAnnotations::view).toList(),
                Stream.of(known.notices(), judged.notices(), notices(request, symbols), answers.notices())
                        .flatMap(List::stream)
                        .toList(),
                new Provenance(version, knowledge.versions(), answers.version(), List.of(), knowledge.leftOut()));
    }

    private MethodParameters method(MarkerAnnotationRequest request) {
        JobParameters given = request.parameters() == null ? JobParameters.NONE : request.parameters();
        JobParameters complete = parameters.complete(given);
        return new MethodParameters(
                complete,
                complete.tissue() != null ? complete.tissue() : request.tissue(),
                complete.disease() != null ? complete.disease() : request.disease(),
                SpeciesName.supported(request.species()));
    }

    private static List<ClusterMarkers> markers(List<MarkerListRequest> lists, GeneSymbols symbols) {
        List<ClusterMarkers> markers = new ArrayList<>();
        for (MarkerListRequest list : lists) {
            List<MarkerGene> genes =
                    list.markers().stream().map(g -> gene(g, symbols)).toList();
            markers.add(MarkerStage.ofList(markers.size() + 1, genes));
        }
        return markers;
    }

    private static MarkerGene gene(MarkerGeneRequest g, GeneSymbols symbols) {
        return new MarkerGene(
                symbol(g.gene(), symbols),
                g.log2FoldChange(),
                g.pctIn(),
                g.pctOut(),
                null,
                null,
                null,
                null,
                g.pAdjusted(),
                null);
    }

    private static List<String> symbols(List<String> genes, GeneSymbols symbols) {
        return genes.stream().map(gene -> symbol(gene, symbols)).distinct().toList();
    }

    /// Lists come in any case; approved symbols keep theirs (C1orf21).
    private static String symbol(String given, GeneSymbols symbols) {
        return symbols.find(given.strip())
                .or(() -> symbols.find(given.strip().toUpperCase(Locale.ROOT)))
                .orElse(given.strip());
    }

    private static List<Enrichment> explain(
            List<ClusterMarkers> markers, @Nullable List<String> panel, MethodParameters method, Knowledge knowledge) {
        if (panel == null) {
            return markers.stream().map(_ -> Enrichment.NONE).toList();
        }
        PanelEnrichment enrichment = method.enrichment().on(knowledge.go(), panel);
        return markers.stream().map(enrichment::explain).toList();
    }

    /// @return `GENES_NOT_ON_PANEL` with the first markers that the panel, if one was given, cannot have shown
    private static List<Notice> notices(MarkerAnnotationRequest request, GeneSymbols symbols) {
        if (request.panel() == null) {
            return List.of();
        }
        var panel = new TreeSet<>(symbols(request.panel(), symbols));
        List<String> elsewhere = request.clusters().stream()
                .flatMap(c -> c.markers().stream())
                .map(m -> symbol(m.gene(), symbols))
                .filter(g -> !panel.contains(g))
                .distinct()
                .toList();
        return elsewhere.isEmpty()
                ? List.of()
                : List.of(new Notice(
                        "GENES_NOT_ON_PANEL",
                        "%d markers are not on the panel that was given, first: %s"
                                .formatted(
                                        elsewhere.size(),
                                        String.join(", ", elsewhere.subList(0, Math.min(5, elsewhere.size()))))));
    }

    private static MarkerAnnotation view(AnnotatedCluster annotated) {
        ClusterView c = ResultRecords.view(annotated, 0);
        return new MarkerAnnotation(
                c.name(),
                c.number(),
                c.name(),
                c.label(),
                c.cellOntologyId(),
                c.verdict(),
                c.confidence(),
                c.reasons(),
                c.decidedBy(),
                c.topMarkers(),
                c.runnerUps(),
                c.confidenceParts(),
                ResultRecords.candidates(annotated),
                ResultRecords.terms(annotated.evidence().terms()),
                ResultRecords.programs(annotated.evidence().programs()));
    }
}
