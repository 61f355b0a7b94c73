/// Maps the cell names of the databases to Cell Ontology terms: curated table, name, exact synonym, supplied id, head
/// noun, in this order. Imports nothing but reference itself.
@NullMarked
package io.nanocell.reference.names;

import org.jspecify.annotations.NullMarked;
