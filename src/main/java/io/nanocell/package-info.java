/// Names the cell types of a Xenium section. Every package below is one stage of the street, see README.md.
@NullMarked
package io.nanocell;

import org.jspecify.annotations.NullMarked;
