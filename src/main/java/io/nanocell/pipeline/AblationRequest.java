package io.nanocell.pipeline;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.nanocell.results.JobParameters;
import io.nanocell.results.TruthRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ways in which inference is to be run again over a job's evidence: every combination of the four lists. What
/// is left out has its default.
///
/// @param evidence what the model is shown, each a list of MARKERS (EV0), CANDIDATES (EV1), PROGRAMS (EV2);
/// default: all three, markers and candidates, markers and programs, markers alone
/// @param enumerated whether the schema lists the labels; default: with and without
/// @param top how many candidates the model is offered; default: all that the job kept
/// @param policy how much the model's choice counts; default: all three
/// @param truth what experts say, for `accuracy`
public record AblationRequest(
        @Nullable List<List<JobParameters.Inference.Evidence>> evidence,
        @JsonProperty("enum") @Nullable List<Boolean> enumerated,
        @Nullable List<Integer> top,
        @Nullable List<JobParameters.Inference.Policy> policy,
        @Nullable List<TruthRow> truth) {}
