package io.nanocell.results;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Stored work that a queue runs: its states QUEUED → RUNNING → SUCCEEDED | FAILED | CANCELLED, as the queue
/// changes them. The success is stored by the work itself, together with what it has found.
///
/// @param <B> what a run needs to begin
public interface StoredRuns<B> {

    /// QUEUED or RUNNING (a dead worker's) → RUNNING, one attempt more. After too many attempts FAILED
    /// `repeatedly-interrupted` instead.
    ///
    /// @return empty if it must not run: it has ended or is gone
    Optional<B> start(UUID id);

    /// RUNNING → QUEUED, the attempt not counted: for an orderly stop of the service.
    void putBack(UUID id);

    /// RUNNING → FAILED; no effect on one that has ended otherwise.
    void fail(UUID id, Problem failure);

    /// @return empty for one that is gone
    Optional<JobState> state(UUID id);

    /// @return all QUEUED or RUNNING, oldest first
    List<UUID> unfinished();
}
