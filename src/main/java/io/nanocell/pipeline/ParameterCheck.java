package io.nanocell.pipeline;

import io.nanocell.results.JobParameters;

/// Checks the parameters of a job and fills in the defaults.
@FunctionalInterface
public interface ParameterCheck {

    /// @param given tissue and disease are the dataset's where the caller gave none
    /// @return the same with nothing left out that has a default
    /// @throws io.nanocell.results.RequestRejected `invalid-parameters` (422) naming every bad one
    JobParameters complete(JobParameters given);
}
