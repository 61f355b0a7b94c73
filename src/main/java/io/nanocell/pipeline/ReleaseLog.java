package io.nanocell.pipeline;

import io.nanocell.results.ReferenceReleases;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Notes at every start which reference releases are in use from now on.
@Component
class ReleaseLog {

    private final Knowledge knowledge;
    private final ReferenceReleases releases;

    ReleaseLog(Knowledge knowledge, ReferenceReleases releases) {
        this.knowledge = knowledge;
        this.releases = releases;
    }

    @EventListener(ApplicationReadyEvent.class)
    void record() {
        releases.recordReleases(knowledge.versions());
    }
}
