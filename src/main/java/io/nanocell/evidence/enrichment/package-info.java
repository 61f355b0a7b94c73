/// Functions that a cluster's genes share more than chance allows: Gene Ontology over-representation within the panel
/// and its summary in programs. Imports reference, evidence.stats and the records of evidence.
@NullMarked
package io.nanocell.evidence.enrichment;

import org.jspecify.annotations.NullMarked;
