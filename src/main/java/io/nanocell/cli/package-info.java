/// simulate, evaluate and bench as arguments of the jar. Imports pipeline, simulation, evaluation and ingest.
@ApplicationModule(allowedDependencies = {"pipeline", "simulation", "evaluation", "ingest"})
@NullMarked
package io.nanocell.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
