package io.nanocell.api;

import io.nanocell.pipeline.ReferenceLookup;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.ClusterDetail;
import io.nanocell.results.Datasets;
import io.nanocell.results.JobNotFinishedException;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobState;
import io.nanocell.results.JobView;
import io.nanocell.results.ProblemViolation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A curator's override. The label has to be one of the species' label space, of any tissue (an expert may see a
/// metastasis), or one that the job itself brought along: the Cell Ontology id then comes from there, not from the
/// caller, and no misspelt name enters the results.
@Component
class Curation {

    private final AnnotationJobs jobs;
    private final Datasets datasets;
    private final ReferenceLookup reference;

    Curation(AnnotationJobs jobs, Datasets datasets, ReferenceLookup reference) {
        this.jobs = jobs;
        this.datasets = datasets;
        this.reference = reference;
    }

    ClusterDetail apply(UUID id, int number, CurationRequest request, String curator) {
        String label = checkedLabel(request);
        var job = jobs.get(id);
        if (job.state() != JobState.SUCCEEDED) {
            throw new JobNotFinishedException(
                    "Job %s is %s: it has no clusters that could be named".formatted(id, job.state()), job.state());
        }
        var labels = labels(job);
        if (!labels.containsKey(label)) {
            throw Rejections.invalid("label", label, remedy(label, labels));
        }
        return jobs.curate(id, number, label, labels.get(label), request.comment(), curator);
    }

    private static String checkedLabel(CurationRequest request) {
        List<ProblemViolation> violations = new ArrayList<>();
        Texts.check("label", request.label(), Texts.MAX_NAME, violations);
        Texts.check("comment", request.comment(), Texts.MAX_COMMENT, violations);
        if (request.label() == null) {
            violations.add(Rejections.violation("label", null, "Give a label of /api/v1/reference/labels"));
        }
        if (request.label() == null || !violations.isEmpty()) {
            throw Rejections.invalid(violations);
        }
        return request.label();
    }

    /// @return label → Cell Ontology id
    private Map<String, @Nullable String> labels(JobView job) {
        Map<String, @Nullable String> labels = new LinkedHashMap<>();
        JobParameters.LabelSpace space = job.parameters().labelSpace();
        if (space != null && space.markerSets() != null) {
            for (var set : space.markerSets()) {
                if (set.label() != null) {
                    labels.put(set.label(), set.cellOntologyId());
                }
            }
        }
        String species = datasets.get(job.datasetId()).species();
        reference.labels(null, species).forEach(row -> labels.put(row.label(), row.cellOntologyId()));
        return labels;
    }

    private static String remedy(String label, Map<String, @Nullable String> labels) {
        return labels.keySet().stream()
                .filter(label::equalsIgnoreCase)
                .findFirst()
                .map(known -> "Spelled \"" + known + "\" in the label space")
                .orElse("Not in the label space of this job; /api/v1/reference/labels lists it");
    }
}
