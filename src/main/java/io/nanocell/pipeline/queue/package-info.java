/// Work that survives a crash: a db-scheduler task per annotation job, and queues of their own for what is
/// done with the results of jobs; the boundaries at which every end becomes a stored state, and the flags
/// that end a run early. Imports numerics and results.
@NullMarked
package io.nanocell.pipeline.queue;

import org.jspecify.annotations.NullMarked;
