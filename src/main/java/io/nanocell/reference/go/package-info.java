/// Reads the Gene Ontology's official files (OBO 1.2 and 1.4, GAF 2.2) and the compact tables that ship with the
/// service, and makes the latter from the former. Imports nothing but reference itself.
@NullMarked
package io.nanocell.reference.go;

import org.jspecify.annotations.NullMarked;
