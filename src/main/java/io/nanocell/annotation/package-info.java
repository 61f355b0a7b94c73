/// Joins evidence, decision and confidence to a final label. Imports reference, evidence, inference and confidence.
@ApplicationModule(allowedDependencies = {"reference", "evidence", "inference", "confidence"})
@NullMarked
package io.nanocell.annotation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
