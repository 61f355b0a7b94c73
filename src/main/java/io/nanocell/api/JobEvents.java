package io.nanocell.api;

import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.NotFoundException;
import io.nanocell.results.RequestRejected;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells listeners what becomes of their jobs. One thread asks the database each second, whoever runs the job; a
/// listener
/// that is gone or slow only loses its own events, and finds them again by `Last-Event-ID`.
@Component
class JobEvents {

    static final int MAX_LISTENERS = 64;

    private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);
    private static final long MAX_MILLIS = 30 * 60_000L; // then the client connects anew
    private static final int HEARTBEAT_SECONDS = 15; // so that a client that is gone is noticed

    private final AnnotationJobs jobs;
    private final ApiJson json;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(1, task -> {
        var thread = new Thread(task, "job-events");
        thread.setDaemon(true);
        return thread;
    });

    private final Future<?> ticking;

    JobEvents(AnnotationJobs jobs, ApiJson json) {
        this.jobs = jobs;
        this.json = json;
        ticking = clock.scheduleWithFixedDelay(() -> listeners.forEach(Listener::tick), 1, 1, TimeUnit.SECONDS);
    }

    /// @throws RequestRejected if too many listen already
    synchronized SseEmitter listen(UUID job, JobEvent.Position told) { // counts, then adds
        if (listeners.size() >= MAX_LISTENERS) {
            throw new RequestRejected(
                    "too-many-requests", 429, "%d listeners are here already".formatted(MAX_LISTENERS), List.of());
        }
        var emitter = new SseEmitter(MAX_MILLIS);
        var listener = new Listener(job, emitter, told);
        emitter.onCompletion(() -> listeners.remove(listener));
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> listeners.remove(listener));
        listeners.add(listener);
        return emitter;
    }

    int listening() {
        return listeners.size();
    }

    @PreDestroy
    void stop() {
        ticking.cancel(true);
        clock.shutdown();
        listeners.forEach(listener -> listener.emitter.complete());
    }

    /// Used by the clock's thread only.
    private final class Listener {

        private final UUID job;
        private final SseEmitter emitter;
        private JobEvent.Position told;
        private int silentSeconds = HEARTBEAT_SECONDS; // so the headers go out at the first tick

        Listener(UUID job, SseEmitter emitter, JobEvent.Position told) {
            this.job = job;
            this.emitter = emitter;
            this.told = told;
        }

        void tick() {
            try {
                tell();
            } catch (IOException | NotFoundException | IllegalStateException e) {
                LOG.debug("A listener of job {} is gone, or the job is", job, e);
                end();
            } catch (RuntimeException e) { // the clock must go on for the others
                LOG.warn("Listener of job {} is let go", job, e);
                end();
            }
        }

        private void tell() throws IOException {
            var view = jobs.get(job);
            var events = JobEvent.since(told, view);
            for (JobEvent event : events) {
                emitter.send(SseEmitter.event()
                        .id(event.position().toString())
                        .name(event.name())
                        .data(json.mapper().writeValueAsString(event.data()), MediaType.TEXT_PLAIN));
                told = event.position();
            }
            silentSeconds = events.isEmpty() ? silentSeconds + 1 : 0;
            if (silentSeconds >= HEARTBEAT_SECONDS) {
                emitter.send(SseEmitter.event().comment("still here"));
                silentSeconds = 0;
            }
            if (view.state().isFinal()) {
                end();
            }
        }

        private void end() {
            listeners.remove(this);
            emitter.complete();
        }
    }
}
