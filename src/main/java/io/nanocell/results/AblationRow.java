package io.nanocell.results;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one way to run inference does to the clusters of a job. A share is null where it is a share of nothing.
///
/// @param evidence what the model was shown
/// @param enumerated whether the schema listed the labels
/// @param top how many candidates the model was offered
/// @param policy how much its choice counted
/// @param asked clusters that were asked about: those with candidates
/// @param agreement share of the clusters with a usable answer where it was the best-supported candidate
/// @param offList share of the clusters that were answered where the model named a label off the list, before our
/// check
/// @param abstained share of the clusters with a usable answer where it was "Unresolved"
/// @param unusable clusters whose answers did not hold, after all tries
/// @param unavailable clusters without any answer: the model was down, too slow, or the prompt too long
/// @param coverage share of all clusters with a label
/// @param accuracy share of right ones (ontology score at least ½) among the labelled clusters that have a truth;
/// null without truth
/// @param ontologyMean mean ontology score of the clusters that have a truth, 0 where there is no label; null
/// without
/// @param flips share of all clusters whose label is not the one of the job's own run
/// @param evidenceFlips share of all clusters whose label is not the one that the evidence alone gives
public record AblationRow(
        List<JobParameters.Inference.Evidence> evidence,
        @JsonProperty("enum") boolean enumerated,
        int top,
        JobParameters.Inference.Policy policy,
        int asked,
        @Nullable Double agreement,
        @Nullable Double offList,
        @Nullable Double abstained,
        int unusable,
        int unavailable,
        @Nullable Double coverage,
        @Nullable Double accuracy,
        @Nullable Double ontologyMean,
        @Nullable Double flips,
        @Nullable Double evidenceFlips) {}
