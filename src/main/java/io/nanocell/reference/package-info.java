/// What is known before any section is read: gene symbols, marker databases, Cell Ontology, Gene Ontology, lineages,
/// tissues and the label space, with releases and checksums. Imports nothing.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.nanocell.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
