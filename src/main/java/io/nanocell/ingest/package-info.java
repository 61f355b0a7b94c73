/// Finds and reads a Xenium bundle, keeps the cells and genes that pass quality control, normalises. Imports
/// numerics and reference.
@ApplicationModule(allowedDependencies = {"numerics", "reference"})
@NullMarked
package io.nanocell.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
