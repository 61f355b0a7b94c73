/// `experiment.xenium` and `gene_panel.json`, and what they contradict. Imports the module's door,
/// `ingest.check` and reference.
@NullMarked
package io.nanocell.ingest.metadata;

import org.jspecify.annotations.NullMarked;
