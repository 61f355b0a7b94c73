package io.nanocell.pipeline;

import io.nanocell.ingest.BundleFile;
import io.nanocell.ingest.BundleRole;
import io.nanocell.ingest.XeniumBundle;
import io.nanocell.pipeline.storage.BundleStore;
import io.nanocell.pipeline.storage.SectionFile;
import io.nanocell.results.Datasets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The files of a stored dataset as a bundle.
@Component
class StoredBundles {

    private final Datasets datasets;
    private final BundleStore store;

    StoredBundles(Datasets datasets, BundleStore store) {
        this.datasets = datasets;
        this.store = store;
    }

    /// @throws io.nanocell.results.RequestRejected if an imported file is gone or has changed
    XeniumBundle of(UUID dataset) {
        return bundle(files(dataset));
    }

    /// @throws io.nanocell.results.RequestRejected if an imported file is gone or has changed
    List<SectionFile> files(UUID dataset) {
        return store.open(datasets.files(dataset));
    }

    static XeniumBundle bundle(List<SectionFile> files) {
        Map<BundleRole, BundleFile> byRole = new EnumMap<>(BundleRole.class);
        for (SectionFile file : files) {
            for (BundleRole role : BundleRole.values()) {
                if (role.part().equals(file.role())) {
                    byRole.put(role, new BundleFile(file.file(), file.name()));
                }
            }
        }
        return new XeniumBundle(byRole);
    }
}
