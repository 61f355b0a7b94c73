package io.nanocell.pipeline;

import io.nanocell.results.Notice;
import io.nanocell.results.Provenance;
import java.util.List;

/// The answers for all lists, in their order.
public record MarkerAnnotationAnswer(
        List<MarkerAnnotation> annotations, List<Notice> warnings, Provenance provenance) {}
