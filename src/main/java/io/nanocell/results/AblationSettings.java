package io.nanocell.results;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The ways in which an ablation runs inference: every combination of the four lists.
///
/// @param evidence what the model is shown
/// @param enumerated whether the schema lists the labels
/// @param top how many candidates the model is offered
/// @param policy how much its choice counts
/// @param truth what experts say; null where not given
public record AblationSettings(
        List<List<JobParameters.Inference.Evidence>> evidence,
        @JsonProperty("enum") List<Boolean> enumerated,
        List<Integer> top,
        List<JobParameters.Inference.Policy> policy,
        @Nullable List<TruthRow> truth) {

    /// @return how often each cluster is asked about: policies need no question of their own
    public int questions() {
        return evidence.size() * enumerated.size() * top.size();
    }
}
