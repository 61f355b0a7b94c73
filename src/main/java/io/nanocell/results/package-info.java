/// Everything that is stored: datasets, jobs, clusters, cells. Plain records in and out; all JPA lives here. Imports
/// nothing.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.nanocell.results;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
