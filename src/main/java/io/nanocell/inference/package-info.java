/// Lets a small language model pick one admissible label. Imports reference and evidence.
@ApplicationModule(allowedDependencies = {"reference", "evidence"})
@NullMarked
package io.nanocell.inference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
