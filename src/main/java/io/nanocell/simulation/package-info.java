/// Synthetic Xenium sections with known truth. Imports numerics, reference and ingest.
@ApplicationModule(allowedDependencies = {"numerics", "reference", "ingest"})
@NullMarked
package io.nanocell.simulation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
