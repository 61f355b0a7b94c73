/// Makes the compact tables that ship with the service from the official files; run by hand, never by the service.
/// Imports nothing but reference itself.
@NullMarked
package io.nanocell.reference.build;

import org.jspecify.annotations.NullMarked;
