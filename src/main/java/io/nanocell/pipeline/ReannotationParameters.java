package io.nanocell.pipeline;

import static java.util.Objects.requireNonNullElse;

import io.nanocell.results.JobParameters;
import io.nanocell.results.JobParameters.Candidates;
import io.nanocell.results.JobParameters.Confidence;
import io.nanocell.results.JobParameters.Inference;
import io.nanocell.results.JobParameters.LabelSpace;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The parameters of a reannotation: those that work after the domains and their markers may be given, all
/// others are the job's.
final class ReannotationParameters {

    private ReannotationParameters() {}

    /// @param given null or blank: the job's
    /// @param job complete
    /// @return the job's with what was given in their place, member by member
    /// @throws RequestRejected `invalid-parameters` (422) naming every parameter that works upstream
    static JobParameters over(JobParameters job, JobParameters given) {
        refuseUpstream(given);
        return new JobParameters(
                given.tissue() == null || given.tissue().isBlank() ? job.tissue() : given.tissue(),
                given.disease() == null || given.disease().isBlank() ? job.disease() : given.disease(),
                job.qualityControl(),
                job.hsnmf(),
                job.markers(),
                job.enrichment(),
                labelSpace(job.labelSpace(), given.labelSpace()),
                candidates(job.candidates(), given.candidates()),
                inference(job.inference(), given.inference()),
                confidence(job.confidence(), given.confidence()));
    }

    private static void refuseUpstream(JobParameters given) {
        Map<String, @Nullable Object> upstream = new LinkedHashMap<>();
        upstream.put("qualityControl", given.qualityControl());
        upstream.put("hsnmf", given.hsnmf());
        upstream.put("markers", given.markers());
        upstream.put("enrichment", given.enrichment());
        List<ProblemViolation> violations = upstream.entrySet().stream()
                .filter(parameter -> parameter.getValue() != null)
                .map(parameter -> new ProblemViolation(
                        null,
                        "parameters." + parameter.getKey(),
                        null,
                        "annotate the dataset again with POST /annotation-jobs, or leave it out"))
                .toList();
        if (!violations.isEmpty()) {
            throw new RequestRejected(
                    "invalid-parameters",
                    422,
                    "Nothing upstream of the labels is computed again for one cluster: only tissue, disease, labelSpace, candidates, inference and confidence may be given",
                    violations);
        }
    }

    private static LabelSpace labelSpace(@Nullable LabelSpace job, @Nullable LabelSpace given) {
        var j = requireNonNullElse(job, new LabelSpace(null, null, null, null));
        var g = requireNonNullElse(given, new LabelSpace(null, null, null, null));
        return new LabelSpace(
                or(g.mode(), j.mode()),
                or(g.include(), j.include()),
                or(g.exclude(), j.exclude()),
                or(g.markerSets(), j.markerSets()));
    }

    private static Candidates candidates(@Nullable Candidates job, @Nullable Candidates given) {
        var j = requireNonNullElse(job, new Candidates(null, null));
        var g = requireNonNullElse(given, new Candidates(null, null));
        return new Candidates(or(g.top(), j.top()), or(g.maxP(), j.maxP()));
    }

    private static Inference inference(@Nullable Inference job, @Nullable Inference given) {
        var j = requireNonNullElse(job, new Inference(null, null, null, null, null));
        var g = requireNonNullElse(given, new Inference(null, null, null, null, null));
        return new Inference(
                or(g.enabled(), j.enabled()),
                or(g.model(), j.model()),
                or(g.policy(), j.policy()),
                or(g.evidence(), j.evidence()),
                or(g.numCtx(), j.numCtx()),
                or(g.stabilityRuns(), j.stabilityRuns()),
                or(g.timeBudgetSeconds(), j.timeBudgetSeconds()));
    }

    private static Confidence confidence(@Nullable Confidence job, @Nullable Confidence given) {
        var j = requireNonNullElse(job, new Confidence(null, null, null));
        var g = requireNonNullElse(given, new Confidence(null, null, null));
        return new Confidence(
                or(g.high(), j.high()), or(g.moderate(), j.moderate()), or(g.maxErrorRate(), j.maxErrorRate()));
    }

    private static <T> @Nullable T or(@Nullable T given, @Nullable T job) {
        return given == null ? job : given;
    }
}
