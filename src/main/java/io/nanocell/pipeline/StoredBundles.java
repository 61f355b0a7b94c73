package io.nanocell.pipeline;

import io.nanocell.ingest.XeniumBundle;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The files of a stored dataset as a bundle.
@Component
class StoredBundles {

    XeniumBundle of(UUID dataset) {
        throw new UnsupportedOperationException("skeleton");
    }
}
