/// Who may come in: keys, hosts, origins. Imports results.
@ApplicationModule(allowedDependencies = {"results"})
@NullMarked
package io.nanocell.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
