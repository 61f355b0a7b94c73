/// How sure each candidate is, from evidence alone; cannot see the model. Imports numerics, reference and evidence.
@ApplicationModule(allowedDependencies = {"numerics", "reference", "evidence"})
@NullMarked
package io.nanocell.confidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
