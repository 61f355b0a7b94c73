package io.nanocell.pipeline;

import static java.util.Objects.requireNonNull;

import io.nanocell.annotation.AblationGrid;
import io.nanocell.annotation.AblationQuestion;
import io.nanocell.annotation.AblationSetting;
import io.nanocell.annotation.Policy;
import io.nanocell.inference.Breaker;
import io.nanocell.inference.EvidenceKind;
import io.nanocell.inference.InferenceStage;
import io.nanocell.inference.LanguageModel;
import io.nanocell.inference.LanguageModels;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelIdentity;
import io.nanocell.inference.ModelWatcher;
import io.nanocell.inference.Prompt;
import io.nanocell.numerics.Cancellation;
import io.nanocell.pipeline.queue.RunWork;
import io.nanocell.reference.Label;
import io.nanocell.results.AblationRow;
import io.nanocell.results.AblationSettings;
import io.nanocell.results.Ablations;
import io.nanocell.results.AnnotationJobs;
import io.nanocell.results.Datasets;
import io.nanocell.results.JobParameters.Inference.Evidence;
import io.nanocell.results.JobView;
import io.nanocell.results.JudgedCluster;
import io.nanocell.results.JudgedClusters;
import io.nanocell.results.ModelVersion;
import io.nanocell.results.Notice;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Runs one ablation: asks the open questions, stores each answer as it comes and the rows after each question.
/// Nothing upstream of the model is computed again.
@Service
class AblationRun implements RunWork<Ablations.Begun> {

    private final Ablations ablations;
    private final AnnotationJobs jobs;
    private final Datasets datasets;
    private final JudgedClusters clusters;
    private final LanguageModels models;
    private final ReferenceLookup reference;
    private final Knowledge knowledge;

    AblationRun(
            Ablations ablations,
            AnnotationJobs jobs,
            Datasets datasets,
            JudgedClusters clusters,
            LanguageModels models,
            ReferenceLookup reference,
            Knowledge knowledge) {
        this.ablations = ablations;
        this.jobs = jobs;
        this.datasets = datasets;
        this.clusters = clusters;
        this.models = models;
        this.reference = reference;
        this.knowledge = knowledge;
    }

    @Override
    public void run(UUID id, Ablations.Begun begun) {
        JobView job = jobs.get(begun.jobId());
        List<JudgedCluster> stored = clusters.of(begun.jobId());
        boolean same = begun.jobSha256().equals(job.resultSha256());
        if (!same) {
            ablations.beginAnew(id, requireNonNull(job.resultSha256()));
        }
        var dataset = datasets.get(job.datasetId());
        var method = MethodParameters.of(job.parameters(), dataset);
        var pass = new Pass(id, begun.settings(), method, stored);
        pass.run(same ? begun.answers() : Map.of());
        ablations.succeed(id, pass.warnings());
    }

    /// One run over all questions.
    private final class Pass {

        private final UUID id;
        private final AblationSettings settings;
        private final MethodParameters method;
        private final AblationGrid grid;
        private final @Nullable ClusterTruth truth;
        private final LanguageModel model;
        private final Breaker breaker = new Breaker();
        private final List<ModelAnswer> all = new ArrayList<>();
        private @Nullable ModelIdentity answering;

        Pass(UUID id, AblationSettings settings, MethodParameters method, List<JudgedCluster> stored) {
            this.id = id;
            this.settings = settings;
            this.method = method;
            this.model = models.open(method.model());
            this.truth = settings.truth() == null
                    ? null
                    : ClusterTruth.of(
                            settings.truth(),
                            stored.stream().map(JudgedCluster::cluster).toList(),
                            knowledge.types().ontology());
            Map<Integer, String> labels = new TreeMap<>();
            stored.forEach(c ->
                    labels.put(c.cluster().number(), requireNonNull(c.cluster().label())));
            this.grid = new AblationGrid(
                    knowledge.types().ontology(),
                    stored.stream().map(StoredEvidence::of).toList(),
                    method.wholeLabelSpace()
                            ? reference.labelSpace(method.labelSpace(), method.species()).labels().stream()
                                    .map(Label::name)
                                    .toList()
                            : List.of(),
                    labels);
        }

        void run(Map<Integer, Map<Integer, io.nanocell.results.AblationAnswer>> known) {
            List<AblationRow> rows = new ArrayList<>();
            int number = 0;
            for (List<Evidence> evidence : settings.evidence()) {
                for (boolean enumerated : settings.enumerated()) {
                    for (int top : settings.top()) {
                        var question = new AblationQuestion(kinds(evidence), enumerated, top);
                        Map<Integer, ModelAnswer> answers = ask(question, number, known.getOrDefault(number, Map.of()));
                        for (var policy : settings.policy()) {
                            var setting = new AblationSetting(question, Policy.valueOf(policy.name()));
                            rows.add(AblationRecords.row(evidence, grid.row(setting, answers), truth));
                        }
                        all.addAll(answers.values());
                        answering = answering(answers.values());
                        ablations.rows(id, rows, version());
                        number++;
                    }
                }
            }
            identify();
            ablations.rows(id, rows, version());
        }

        private Map<Integer, ModelAnswer> ask(
                AblationQuestion question, int number, Map<Integer, io.nanocell.results.AblationAnswer> known) {
            Map<Integer, ModelAnswer> answers = new TreeMap<>();
            known.forEach((cluster, answer) -> answers.put(cluster, AblationRecords.answer(answer)));
            return grid.ask(
                    question,
                    answers,
                    model,
                    method.tissue(),
                    method.timeBudget(),
                    new ModelWatcher() {
                        @Override
                        public void check() {
                            Cancellation.check();
                        }

                        @Override
                        public void heard(int cluster, ModelAnswer answer) {
                            ablations.answered(id, number, cluster, AblationRecords.answer(answer));
                        }
                    },
                    breaker);
        }

        private static java.util.Set<EvidenceKind> kinds(List<Evidence> evidence) {
            return evidence.stream()
                    .map(kind -> EvidenceKind.valueOf(kind.name()))
                    .collect(Collectors.toSet());
        }

        /// @return the model, with its digest once one answer has told it
        private @Nullable ModelIdentity answering(Collection<ModelAnswer> answers) {
            if (answering != null && answering.digest() != null) {
                return answering;
            }
            return answers.stream()
                    .map(answer -> answer.record().model())
                    .max(Comparator.comparing(identity -> identity.digest() != null))
                    .orElse(answering);
        }

        /// Where no answer knew the digest, it is asked for once more: which model the rows are about has to be known.
        private void identify() {
            if (answering != null && answering.digest() == null) {
                answering = InferenceStage.identity(model, all, Cancellation::check);
            }
        }

        private @Nullable ModelVersion version() {
            return answering == null
                    ? null
                    : new ModelVersion(answering.name(), answering.digest(), Prompt.TEMPLATE_VERSION);
        }

        List<Notice> warnings() {
            return answering == null
                    ? List.of()
                    : PinnedDigest.notice(
                                    answering, all.stream().anyMatch(ModelAnswer::isWritten), models.pinnedDigest())
                            .stream()
                            .toList();
        }
    }
}
