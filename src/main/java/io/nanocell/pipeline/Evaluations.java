package io.nanocell.pipeline;

import io.nanocell.evaluation.OntologyEvaluation;
import io.nanocell.evaluation.Prediction;
import io.nanocell.evaluation.Scores;
import io.nanocell.evaluation.Scoring;
import io.nanocell.evaluation.Truth;
import io.nanocell.reference.CellOntology;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.Notice;
import io.nanocell.results.ProblemViolation;
import io.nanocell.results.RequestRejected;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Scores labels against experts. Nothing is stored. A truth without a prediction counts as not called; predictions
/// without a truth are left out.
@Service
public class Evaluations {

    private static final int SHOWN = 5;

    private final Knowledge knowledge;
    private final AnnotationJobs jobs;
    private final TypeNames names;

    Evaluations(Knowledge knowledge, AnnotationJobs jobs) {
        this.knowledge = knowledge;
        this.jobs = jobs;
        this.names = new TypeNames(knowledge.types());
    }

    /// @param scores of the labels
    /// @param unpredicted truths without a prediction
    private record Outcome(Scores scores, List<String> unpredicted, List<Notice> notices) {}

    /// @throws RequestRejected naming every value that does not hold, or if no truth has a prediction
    /// @throws io.nanocell.results.NotFoundException if there is no such job
    /// @throws io.nanocell.results.JobNotFinishedException if it has not succeeded
    public EvaluationAnswer evaluate(EvaluationRequest request) {
        Outcome outcome = score(request);
        List<Notice> warnings = new ArrayList<>(outcome.notices());
        if (!outcome.unpredicted().isEmpty()) {
            warnings.add(new Notice(
                    "NOT_PREDICTED",
                    "%d of %d truths have no prediction and count as not called. First: %s"
                            .formatted(
                                    outcome.unpredicted().size(),
                                    outcome.scores().n(),
                                    String.join(
                                            ", ",
                                            outcome.unpredicted().stream()
                                                    .limit(SHOWN)
                                                    .toList()))));
        }
        return ScoreAnswers.of(
                outcome.scores(),
                request.unitOrCluster(),
                outcome.unpredicted().size(),
                knowledge.types().ontology(),
                warnings);
    }

    /// @return the figure as SVG
    /// @throws RequestRejected as [#evaluate]
    public String figure(EvaluationRequest request, EvaluationFigure figure) {
        return figure.of(score(request).scores());
    }

    private Outcome score(EvaluationRequest request) {
        CellOntology ontology = knowledge.types().ontology();
        new EvaluationCheck(ontology).check(request);
        Scoring scoring = new OntologyEvaluation(ontology, knowledge.types().lineages()).start();
        List<EvaluationTruth> truths = Objects.requireNonNull(request.truth());
        if (request.jobId() == null) {
            var posted = new PostedPredictions(ontology, names);
            Map<String, Prediction> byId = posted.byId(Objects.requireNonNull(request.predictions()));
            return outcome(scoring, truths, byId, posted.notices());
        }
        var job = new JobPredictions(jobs, request.jobId());
        return request.unitOrCluster() == EvaluationRequest.Unit.CELL
                ? cells(scoring, truths, job, request.cellLabels() != EvaluationRequest.CellLabels.CLUSTER)
                : clusters(scoring, truths, job);
    }

    private static Outcome clusters(Scoring scoring, List<EvaluationTruth> truths, JobPredictions job) {
        Map<String, Prediction> byId = job.byNumberAndName();
        Map<Prediction, String> seen = new HashMap<>();
        for (int i = 0; i < truths.size(); i++) {
            String id = Objects.requireNonNull(truths.get(i).id());
            Prediction prediction = byId.get(id);
            String before = prediction == null ? null : seen.put(prediction, id);
            if (before != null) {
                throw rejected(
                        "truth[" + i + "].id", id, "\"%s\" is the same cluster; send one row for it".formatted(before));
            }
        }
        return outcome(scoring, truths, byId, job.notices(true));
    }

    private static Outcome outcome(
            Scoring scoring, List<EvaluationTruth> truths, Map<String, Prediction> byId, List<Notice> notices) {
        List<String> unpredicted = new ArrayList<>();
        for (EvaluationTruth truth : truths) {
            String id = Objects.requireNonNull(truth.id());
            Prediction prediction = byId.get(id);
            if (prediction == null) {
                unpredicted.add(id);
            }
            scoring.add(truth(id, truth), prediction == null ? Prediction.none(id) : prediction);
        }
        requireSome(
                truths,
                unpredicted,
                byId.keySet().stream().sorted().limit(SHOWN).toList());
        return new Outcome(scoring.scores(), unpredicted, notices);
    }

    /// The cells are streamed, so that only the truth is held.
    private static Outcome cells(Scoring scoring, List<EvaluationTruth> truths, JobPredictions job, boolean own) {
        Map<String, EvaluationTruth> open = LinkedHashMap.newLinkedHashMap(truths.size());
        truths.forEach(truth -> open.put(Objects.requireNonNull(truth.id()), truth));
        List<String> known = new ArrayList<>();
        job.forEachCell(own, (id, prediction) -> {
            EvaluationTruth truth = open.remove(id);
            if (truth != null) {
                scoring.add(truth(id, truth), prediction);
            }
            if (known.size() < SHOWN) {
                known.add(id);
            }
        });
        open.forEach((id, truth) -> scoring.add(truth(id, truth), Prediction.none(id)));
        List<String> unpredicted = List.copyOf(open.keySet());
        requireSome(truths, unpredicted, known);
        return new Outcome(scoring.scores(), unpredicted, job.notices(false));
    }

    private static Truth truth(String id, EvaluationTruth truth) {
        @Nullable String tissue = truth.tissue();
        return new Truth(
                id,
                tissue == null ? null : tissue.strip(),
                Objects.requireNonNull(truth.cellOntologyIds()).stream()
                        .map(String::strip)
                        .collect(Collectors.toSet()));
    }

    /// Ids of another sort entirely would make a score of 0 that means nothing.
    private static void requireSome(List<EvaluationTruth> truths, List<String> unpredicted, List<String> known) {
        if (unpredicted.size() == truths.size()) {
            throw rejected(
                    "truth[0].id",
                    truths.getFirst().id(),
                    "none of the truth's ids has a prediction; known are %s%s"
                            .formatted(String.join(", ", known), known.size() < SHOWN ? "" : ", …"));
        }
    }

    private static RequestRejected rejected(String field, @Nullable String value, String remedy) {
        return new RequestRejected(
                "invalid-parameters",
                422,
                "The truth does not fit the predictions: " + remedy,
                List.of(new ProblemViolation(null, field, value, remedy)));
    }
}
