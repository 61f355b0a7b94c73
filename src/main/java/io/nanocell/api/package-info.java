/// The HTTP contract. Imports pipeline, results and security.
@ApplicationModule(allowedDependencies = {"pipeline", "pipeline :: figures", "results", "security"})
@NullMarked
package io.nanocell.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
