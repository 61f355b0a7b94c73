/// The queue of reannotations. Imports results, and the queues of `pipeline.queue`.
@NullMarked
package io.nanocell.pipeline.reannotation;

import org.jspecify.annotations.NullMarked;
