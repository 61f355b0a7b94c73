/// Runs the stages of a job in order, on a queue that survives a crash. Imports every module above.
@ApplicationModule(
        allowedDependencies = {
            "numerics",
            "reference",
            "ingest",
            "spatial",
            "evidence",
            "inference",
            "confidence",
            "annotation",
            "evaluation",
            "simulation",
            "results"
        })
@NullMarked
package io.nanocell.pipeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
