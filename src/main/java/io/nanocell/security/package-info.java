/// Who may come in: keys, hosts, origins, and the one shape of every error. Imports results.
///
/// There is no session and no cookie, so there is nothing that a foreign page could ride on once a key is set: CSRF
/// tokens are off. Without a key (local mode) the service trusts the machine it runs on, and what a page in a browser
/// on
/// that machine could do is refused by the `Host` and `Origin` rules of [io.nanocell.security.LocalModeFilter].
@ApplicationModule(allowedDependencies = {"results"})
@NullMarked
package io.nanocell.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
