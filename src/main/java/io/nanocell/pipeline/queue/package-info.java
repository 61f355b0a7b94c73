/// Jobs that survive a crash: a db-scheduler task per annotation job, the boundary at which every end of a job
/// becomes a
/// stored state, and the flags that end a run early. Imports numerics and results.
@NullMarked
package io.nanocell.pipeline.queue;

import org.jspecify.annotations.NullMarked;
