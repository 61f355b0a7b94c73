package io.nanocell.pipeline;

import org.springframework.stereotype.Service;

/// Names clusters that were made elsewhere, from their marker lists alone.
@Service
public class MarkerAnnotations {

    /// @throws io.nanocell.results.RequestRejected naming cluster and field
    public MarkerAnnotationAnswer annotate(MarkerAnnotationRequest request) {
        throw new UnsupportedOperationException("skeleton");
    }
}
