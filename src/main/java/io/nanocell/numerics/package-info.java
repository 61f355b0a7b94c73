/// Matrices, parallel loops on a bounded pool, cancellation and random streams that the kernels share. Imports nothing.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.nanocell.numerics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
