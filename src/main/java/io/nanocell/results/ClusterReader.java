package io.nanocell.results;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Component;

/// Reads clusters the way they are served: the machine's answer with the latest curation laid over its label.
@Component
class ClusterReader {

    private static final Map<String, Comparator<ClusterView>> ORDERS = Map.of(
            "number", Comparator.comparingInt(ClusterView::number),
            "name", Comparator.comparing(ClusterView::name),
            "cells", Comparator.comparingInt(ClusterView::cells),
            "label", Comparator.comparing(ClusterView::label, Comparator.nullsLast(Comparator.naturalOrder())),
            "verdict", Comparator.comparing(ClusterView::verdict),
            "confidence", Comparator.comparing(ClusterView::confidence, Comparator.nullsFirst(Double::compare)),
            "decidedBy", Comparator.comparing(ClusterView::decidedBy));

    private final ClusterRepository clusters;
    private final Curations curations;
    private final MarkerTable markers;
    private final TermTable terms;
    private final ModelAnswerRepository answers;
    private final ReannotationTable reannotations;

    ClusterReader(
            ClusterRepository clusters,
            Curations curations,
            MarkerTable markers,
            TermTable terms,
            ModelAnswerRepository answers,
            ReannotationTable reannotations) {
        this.clusters = clusters;
        this.curations = curations;
        this.markers = markers;
        this.terms = terms;
        this.answers = answers;
        this.reannotations = reannotations;
    }

    /// Sorts in memory: a job has some dozens of clusters, and labels are sorted as curated.
    Page<ClusterView> page(UUID job, Pageable page) {
        Comparator<ClusterView> order = order(page.getSort());
        var stored = clusters.findByJobIdOrderByNumber(job);
        var latest =
                curations.latest(stored.stream().map(ClusterEntity::storedId).toList());
        List<ClusterView> views = stored.stream()
                .map(cluster -> cluster.view(latest.get(cluster.storedId())))
                .sorted(order)
                .toList();
        return new PageImpl<>(slice(views, page), page, views.size());
    }

    ClusterDetail detail(UUID job, int number, boolean allMarkers) {
        var cluster = clusters.findByJobIdAndNumber(job, number)
                .orElseThrow(() -> new NotFoundException("Job %s has no cluster %d".formatted(job, number)));
        long id = cluster.storedId();
        List<CurationEntity> history = curations.of(id);
        ClusterView view = cluster.view(history.isEmpty() ? null : history.getLast());
        return new ClusterDetail(
                view.number(),
                view.name(),
                view.cells(),
                view.label(),
                view.cellOntologyId(),
                view.verdict(),
                view.confidence(),
                view.reasons(),
                view.decidedBy(),
                view.topMarkers(),
                view.runnerUps(),
                view.confidenceParts(),
                allMarkers ? markers.all(id) : markers.of(id, view.topMarkers()),
                terms.terms(id),
                terms.programs(id),
                cluster.candidates.stream().map(StoredCandidate::view).toList(),
                model(id),
                history.stream().map(CurationEntity::view).toList(),
                view.composition(),
                reannotations.latest(job, number));
    }

    List<ClusterGene> genes(UUID job, Collection<String> genes) {
        return genes.isEmpty() ? List.of() : markers.of(job, genes);
    }

    private @Nullable ModelCall model(long cluster) {
        return answers.findById(cluster).map(ModelAnswerEntity::view).orElse(null);
    }

    private static Comparator<ClusterView> order(Sort sort) {
        Sorting.requireKnown(sort, ORDERS.keySet());
        Comparator<ClusterView> order = (_, _) -> 0;
        for (Sort.Order wanted : sort) {
            var next = ORDERS.getOrDefault(wanted.getProperty(), order);
            order = order.thenComparing(wanted.isAscending() ? next : next.reversed());
        }
        return order.thenComparingInt(ClusterView::number);
    }

    private static List<ClusterView> slice(List<ClusterView> views, Pageable page) {
        if (page.isUnpaged()) {
            return views;
        }
        int from = (int) Math.min(page.getOffset(), views.size());
        return views.subList(from, Math.min(views.size(), from + page.getPageSize()));
    }
}
