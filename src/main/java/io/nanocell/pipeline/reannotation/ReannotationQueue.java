package io.nanocell.pipeline.reannotation;

import io.nanocell.pipeline.queue.RunQueue;
import io.nanocell.pipeline.queue.RunStore;
import io.nanocell.pipeline.queue.RunWork;
import io.nanocell.pipeline.queue.SectionSlots;
import io.nanocell.results.Reannotations;
import org.springframework.stereotype.Component;

/// Reannotations do not queue behind the annotation jobs that wait, but share the memory with those that run.
@Component
public class ReannotationQueue extends RunQueue<Reannotations.Begun> {

    ReannotationQueue(
            RunStore store, Reannotations reannotations, RunWork<Reannotations.Begun> work, SectionSlots slots) {
        super("reannotate", "scheduled_reannotations", store, reannotations, work, slots);
    }
}
