package io.nanocell.pipeline.ablation;

import io.nanocell.pipeline.queue.RunQueue;
import io.nanocell.pipeline.queue.RunStore;
import io.nanocell.pipeline.queue.RunWork;
import io.nanocell.pipeline.queue.SectionSlots;
import io.nanocell.results.Ablations;
import org.springframework.stereotype.Component;

/// Ablations neither wait for annotation jobs nor hold them up: they read no section.
@Component
public class AblationQueue extends RunQueue<Ablations.Begun> {

    AblationQueue(RunStore store, Ablations ablations, RunWork<Ablations.Begun> work) {
        super("ablate", "scheduled_ablations", store, ablations, work, SectionSlots.UNLIMITED);
    }
}
