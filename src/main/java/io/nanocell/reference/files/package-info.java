/// Reads the official files and the shipped tables of marker databases, gene symbols and the Cell Ontology. Imports
/// nothing but reference itself.
@NullMarked
package io.nanocell.reference.files;

import org.jspecify.annotations.NullMarked;
