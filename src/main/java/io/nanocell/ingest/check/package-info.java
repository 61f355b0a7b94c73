/// Collects what is wrong with a bundle, so that one answer names every violation, each with its first
/// offenders and their number. Imports the module's door.
@NullMarked
package io.nanocell.ingest.check;

import org.jspecify.annotations.NullMarked;
