/// The queue of ablations. Imports results, and the queues of `pipeline.queue`.
@NullMarked
package io.nanocell.pipeline.ablation;

import org.jspecify.annotations.NullMarked;
