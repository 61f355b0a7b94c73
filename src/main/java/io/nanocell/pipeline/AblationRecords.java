package io.nanocell.pipeline;

import io.nanocell.annotation.AnnotatedCluster;
import io.nanocell.inference.LabelSchema;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelIdentity;
import io.nanocell.inference.ModelRecord;
import io.nanocell.results.AblationAnswer;
import io.nanocell.results.AblationRow;
import io.nanocell.results.JobParameters.Inference.Evidence;
import io.nanocell.results.JobParameters.Inference.Policy;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Turns the rows and answers of an ablation into what is stored of them, and answers back.
final class AblationRecords {

    private AblationRecords() {}

    /// @param truth null where not given
    static AblationRow row(
            List<Evidence> evidence, io.nanocell.annotation.AblationRow row, @Nullable ClusterTruth truth) {
        var question = row.setting().question();
        return new AblationRow(
                evidence,
                question.enumerated(),
                question.top(),
                Policy.valueOf(row.setting().policy().name()),
                row.asked(),
                row.agreement(),
                row.offList(),
                row.abstained(),
                row.unusable(),
                row.unavailable(),
                row.coverage(),
                truth == null ? null : accuracy(row.clusters(), truth),
                truth == null ? null : ontologyMean(row.clusters(), truth),
                row.flips(),
                row.evidenceFlips());
    }

    private static @Nullable Double accuracy(List<AnnotatedCluster> clusters, ClusterTruth truth) {
        List<AnnotatedCluster> called = clusters.stream()
                .filter(c -> c.cellOntologyId() != null)
                .filter(c -> truth.knows(c.evidence().number()))
                .toList();
        long right = called.stream()
                .filter(c -> truth.isRight(c.evidence().number(), c.cellOntologyId()))
                .count();
        return called.isEmpty() ? null : (double) right / called.size();
    }

    private static @Nullable Double ontologyMean(List<AnnotatedCluster> clusters, ClusterTruth truth) {
        var mean = clusters.stream()
                .filter(c -> truth.knows(c.evidence().number()))
                .mapToDouble(c -> truth.score(c.evidence().number(), c.cellOntologyId()))
                .average();
        return mean.isPresent() ? mean.getAsDouble() : null;
    }

    static AblationAnswer answer(ModelAnswer answer) {
        ModelRecord call = answer.record();
        return new AblationAnswer(
                answer.outcome().name(),
                answer instanceof ModelAnswer.Chose chose ? chose.label() : null,
                answer.reason(),
                call.answer(),
                call.offList(),
                call.model().name(),
                call.model().digest());
    }

    static ModelAnswer answer(AblationAnswer stored) {
        var call = new ModelRecord(
                new ModelIdentity(stored.name(), stored.digest()),
                "",
                stored.answer(),
                new TreeMap<>(),
                1,
                0,
                null,
                null,
                stored.offList(),
                null);
        String label = stored.label();
        String reason = stored.reason() == null ? LabelSchema.OFF_LIST : stored.reason();
        return switch (ModelAnswer.Outcome.valueOf(stored.outcome())) {
            case CHOSE -> label == null ? new ModelAnswer.Unusable(reason, call) : new ModelAnswer.Chose(label, call);
            case ABSTAINED -> new ModelAnswer.Abstained(call);
            case UNUSABLE -> new ModelAnswer.Unusable(reason, call);
            case UNAVAILABLE -> new ModelAnswer.Unavailable(reason, false, call);
        };
    }
}
