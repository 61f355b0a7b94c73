/// Scores against expert labels. Imports numerics and reference.
@ApplicationModule(allowedDependencies = {"numerics", "reference"})
@NullMarked
package io.nanocell.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
