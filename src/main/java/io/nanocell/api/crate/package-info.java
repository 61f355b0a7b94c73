/// A finished job as an RO-Crate: its entities and how they refer to one another.
/// Imports results.
@NullMarked
package io.nanocell.api.crate;

import org.jspecify.annotations.NullMarked;
