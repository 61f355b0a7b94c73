package io.nanocell.pipeline;

import io.nanocell.results.JobParameters;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.util.List;

/// Stands where the check of parameters stands: knows every tissue but "moon", and fills in one default.
class ScriptedCheck implements ParameterCheck {

    @Override
    public JobParameters complete(JobParameters given) {
        if ("moon".equals(given.tissue())) {
            throw new RequestRejected(
                    "invalid-parameters",
                    422,
                    "unknown tissue",
                    List.of(new ProblemViolation(null, "parameters.tissue", "moon", "name a known tissue")));
        }
        var markers = given.markers() == null ? new JobParameters.Markers(20, 0.05, 0.05) : given.markers();
        return new JobParameters(given.tissue(), given.disease(), null, null, markers, null, null, null, null, null);
    }
}
