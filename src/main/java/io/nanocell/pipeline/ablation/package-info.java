/// The queue of ablations, apart from that of annotation jobs: neither waits for the other. Imports results, and
/// the failures of `pipeline.queue`.
@NullMarked
package io.nanocell.pipeline.ablation;

import org.jspecify.annotations.NullMarked;
