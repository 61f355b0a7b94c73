/// hSNMF: spatial domains from expression and position (Mahmud et al., ISBI 2026). Imports numerics and ingest.
@ApplicationModule(allowedDependencies = {"numerics", "ingest"})
@NullMarked
package io.nanocell.spatial;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
