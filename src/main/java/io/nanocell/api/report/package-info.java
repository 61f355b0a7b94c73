/// A finished job as a page of HTML: the document, its parts and their words.
/// Imports results.
@NullMarked
package io.nanocell.api.report;

import org.jspecify.annotations.NullMarked;
