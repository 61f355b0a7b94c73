/// What speaks for a name: marker genes, enriched functions, candidate labels against chance. Imports numerics,
/// reference, ingest and spatial.
@ApplicationModule(allowedDependencies = {"numerics", "reference", "ingest", "spatial"})
@NullMarked
package io.nanocell.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
