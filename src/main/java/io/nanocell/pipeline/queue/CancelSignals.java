package io.nanocell.pipeline.queue;

import io.nanocell.results.AnnotationJobs;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// One flag per job that runs here, which kernels may ask thousands of times a second. A cancel in this process
/// sets it
/// at once; one in another process sharing the database is seen within [#POLL_MILLIS].
@Component
public class CancelSignals implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(CancelSignals.class);
    private static final long POLL_MILLIS = 1_000;

    private final Map<UUID, Signal> running = new ConcurrentHashMap<>();
    private final AnnotationJobs jobs;
    private final ScheduledExecutorService poller;
    private final Future<?> polling;
    private volatile boolean stopping;

    CancelSignals(AnnotationJobs jobs) {
        this.jobs = jobs;
        this.poller = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("cancel-poller").factory());
        this.polling = poller.scheduleWithFixedDelay(this::poll, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// The flag of one run of a job. True once the run shall end early.
    static final class Signal implements BooleanSupplier {

        private volatile boolean raised;
        private volatile boolean started;

        /// From now on the run ends early when the database says that the job is not RUNNING.
        void started() {
            started = true;
        }

        @Override
        public boolean getAsBoolean() {
            return raised;
        }
    }

    /// Ends the job early if it runs in this process.
    public void cancel(UUID job) {
        var signal = running.get(job);
        if (signal != null) {
            signal.raised = true;
        }
    }

    /// @return whether the job runs in this process and shall end early
    public boolean isCancelled(UUID job) {
        var signal = running.get(job);
        return signal != null && signal.raised;
    }

    /// @return a new flag, to be given to [#close]; null if a run of this job has not ended yet in this process
    @Nullable
    Signal open(UUID job) {
        var signal = new Signal();
        if (running.putIfAbsent(job, signal) != null) {
            return null;
        }
        signal.raised = stopping;
        return signal;
    }

    void close(UUID job) {
        running.remove(job);
    }

    /// Ends all runs early because the service stops.
    void stop() {
        stopping = true;
        running.values().forEach(signal -> signal.raised = true);
    }

    /// Lets runs begin again after [#stop].
    void goOn() {
        stopping = false;
    }

    boolean isStopping() {
        return stopping;
    }

    @Override
    public void destroy() {
        polling.cancel(true);
        poller.shutdownNow();
    }

    private void poll() {
        Set<UUID> here = new HashSet<>();
        running.forEach((job, signal) -> {
            if (signal.started) {
                here.add(job);
            }
        });
        if (here.isEmpty()) {
            return;
        }
        try {
            jobs.running(here).forEach(here::remove);
            here.forEach(this::cancel);
        } catch (DataAccessException | TransactionException e) { // the next poll asks again
            LOG.warn("Cannot ask the database for cancelled jobs: {}", e.getMessage());
        }
    }
}
