/// simulate, evaluate and bench as arguments of the jar. Imports pipeline, simulation and evaluation.
@ApplicationModule(allowedDependencies = {"pipeline", "simulation", "evaluation"})
@NullMarked
package io.nanocell.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
