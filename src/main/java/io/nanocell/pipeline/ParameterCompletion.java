package io.nanocell.pipeline;

import io.nanocell.confidence.ConfidenceScorer;
import io.nanocell.inference.InferenceStage;
import io.nanocell.inference.ModelName;
import io.nanocell.reference.Species;
import io.nanocell.results.JobParameters;
import io.nanocell.results.JobParameters.Candidates;
import io.nanocell.results.JobParameters.Confidence;
import io.nanocell.results.JobParameters.Enrichment;
import io.nanocell.results.JobParameters.Hsnmf;
import io.nanocell.results.JobParameters.Inference;
import io.nanocell.results.JobParameters.LabelSpace;
import io.nanocell.results.JobParameters.MarkerSet;
import io.nanocell.results.JobParameters.Markers;
import io.nanocell.results.JobParameters.QualityControl;
import io.nanocell.results.RequestRejected;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Completes the parameters of a request with the published defaults and refuses what lies outside its range.
@Component
class ParameterCompletion implements ParameterCheck {

    private static final int LONGEST_LIST = 5_000;
    private static final double LEAST_ERROR_RATE = 0.01; // the calibration cases are too few for less
    private static final double MOST_ERROR_RATE = 0.5;
    private static final int LONGEST_BUDGET = 7 * 86_400; // seconds

    private final String modelName;
    private final int modelBudgetSeconds;
    private final Set<String> evidenceCodes;
    private final ReferenceLookup reference;

    @Autowired
    ParameterCompletion(
            @Value("${nanocell.model.name}") String modelName,
            @Value("${nanocell.model.budget:30m}") Duration modelBudget,
            Knowledge knowledge,
            ReferenceLookup reference) {
        if (modelBudget.toSeconds() < 1 || modelBudget.toSeconds() > LONGEST_BUDGET) {
            throw new IllegalArgumentException(
                    "nanocell.model.budget must be from 1 second to 7 days, not " + modelBudget);
        }
        this.modelName = modelName;
        this.modelBudgetSeconds = (int) modelBudget.toSeconds();
        this.evidenceCodes = knowledge.go().annotations().evidenceCodes();
        this.reference = reference;
    }

    /// For commands that ask no model.
    ParameterCompletion(String modelName, Knowledge knowledge, ReferenceLookup reference) {
        this(modelName, Duration.ofMinutes(30), knowledge, reference);
    }

    /// @return every parameter set, `tissue` and `disease` as given
    /// @throws RequestRejected naming every value that does not hold
    @Override
    public JobParameters complete(JobParameters given) {
        var ranges = new ParameterRanges();
        var complete = new JobParameters(
                blankToNull(given.tissue()),
                blankToNull(given.disease()),
                qualityControl(ranges, given.qualityControl()),
                hsnmf(ranges, given.hsnmf()),
                markers(ranges, given.markers()),
                enrichment(ranges, given.enrichment()),
                labelSpace(ranges, given.labelSpace()),
                candidates(ranges, given.candidates()),
                inference(ranges, given.inference()),
                confidence(ranges, given.confidence()));
        reference
                .unknownTissue(complete.tissue())
                .ifPresent(remedy -> ranges.require(false, "tissue", complete.tissue(), remedy));
        if (!ranges.violations().isEmpty()) {
            throw new RequestRejected(
                    "invalid-parameters", 422, "Some parameters do not hold; nothing was stored.", ranges.violations());
        }
        reference.labelSpace( // mice have the same labels
                new MethodParameters(complete, complete.tissue(), complete.disease()).labelSpace(), Species.HUMAN);
        return complete;
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static QualityControl qualityControl(ParameterRanges ranges, @Nullable QualityControl given) {
        var g = given == null ? new QualityControl(null, null, null) : given;
        return new QualityControl(
                ranges.integer("qualityControl.minTranscripts", g.minTranscripts(), 10, 1, 1_000_000),
                ranges.integer("qualityControl.minGenes", g.minGenes(), 5, 1, 100_000),
                ranges.integer("qualityControl.minCells", g.minCells(), 10, 1, 1_000_000));
    }

    private static Hsnmf hsnmf(ParameterRanges ranges, @Nullable Hsnmf given) {
        var g = given == null
                ? new Hsnmf(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null)
                : given;
        double contact = ranges.positive("hsnmf.contactRadius", g.contactRadius(), 20, 1000);
        double radius = ranges.number("hsnmf.radius", g.radius(), Math.max(80, contact), 0, 1000);
        ranges.require(radius >= contact, "hsnmf.radius", radius, "send at least contactRadius, " + contact + " µm");
        double contactWeight = ranges.number("hsnmf.contactWeight", g.contactWeight(), 2.5, 0, 1000);
        double radiusWeight = ranges.number("hsnmf.radiusWeight", g.radiusWeight(), 1.0, 0, 1000);
        ranges.require(
                contactWeight + radiusWeight > 0,
                "hsnmf.radiusWeight",
                radiusWeight,
                "send a weight above 0 for at least one of the two graphs");
        return new Hsnmf(
                ranges.integer("hsnmf.rank", g.rank(), 10, 2, 50),
                ranges.number("hsnmf.alpha", g.alpha(), 0.5, 0, 1),
                ranges.number("hsnmf.beta", g.beta(), 0.6, 0, 1),
                ranges.integer("hsnmf.diffusionSteps", g.diffusionSteps(), 2, 0, 20),
                contact,
                contactWeight,
                radius,
                radiusWeight,
                ranges.integer("hsnmf.neighbours", g.neighbours(), 15, 2, 200),
                ranges.positive("hsnmf.resolution", g.resolution(), 0.4, 100),
                ranges.number("hsnmf.nmfTolerance", g.nmfTolerance(), 1e-4, 1e-9, 0.5),
                ranges.integer("hsnmf.nmfIterations", g.nmfIterations(), 500, 1, 10_000),
                ranges.integer("hsnmf.leidenIterations", g.leidenIterations(), 2, 1, 100),
                Objects.requireNonNullElse(g.seed(), 0L),
                ranges.integer("hsnmf.minClusterSize", g.minClusterSize(), 100, 1, 1_000_000));
    }

    private static Markers markers(ParameterRanges ranges, @Nullable Markers given) {
        var g = given == null ? new Markers(null, null, null) : given;
        return new Markers(
                ranges.integer("markers.top", g.top(), 20, 1, 200),
                ranges.positive("markers.maxAdjustedP", g.maxAdjustedP(), 0.05, 1),
                ranges.number("markers.minPctIn", g.minPctIn(), 0.05, 0, 1));
    }

    private Enrichment enrichment(ParameterRanges ranges, @Nullable Enrichment given) {
        var g = given == null ? new Enrichment(null, null, null, null, null, null, null) : given;
        List<String> codes = Objects.requireNonNullElse(g.evidenceCodes(), List.of());
        ranges.require(
                codes.isEmpty() || codes.stream().anyMatch(evidenceCodes::contains),
                "enrichment.evidenceCodes",
                codes,
                evidenceCodes.isEmpty()
                        ? "leave them out: the annotations in use carry no evidence codes"
                        : "send at least one of " + evidenceCodes);
        int minTermSize = ranges.integer("enrichment.minTermSize", g.minTermSize(), 2, 1, 10_000);
        return new Enrichment(
                ranges.positive("enrichment.maxFdr", g.maxFdr(), 0.10, 1),
                ranges.integer("enrichment.minOverlap", g.minOverlap(), 2, 1, 1000),
                minTermSize,
                ranges.integer(
                        "enrichment.maxTermSize", g.maxTermSize(), Math.max(500, minTermSize), minTermSize, 100_000),
                codes,
                ranges.number("enrichment.jaccard", g.jaccard(), 0.35, 0, 1),
                ranges.integer("enrichment.maxPrograms", g.maxPrograms(), 8, 0, 100));
    }

    private static LabelSpace labelSpace(ParameterRanges ranges, @Nullable LabelSpace given) {
        var g = given == null ? new LabelSpace(null, null, null, null) : given;
        List<MarkerSet> sets = Objects.requireNonNullElse(g.markerSets(), List.of());
        ranges.require(sets.size() <= LONGEST_LIST, "labelSpace.markerSets", sets.size(), "send at most 5000 sets");
        for (int i = 0; i < sets.size(); i++) {
            checkMarkerSet(ranges, "labelSpace.markerSets[%d]".formatted(i), sets.get(i));
        }
        return new LabelSpace(
                Objects.requireNonNullElse(g.mode(), LabelSpace.Mode.CANDIDATES),
                Objects.requireNonNullElse(g.include(), List.of()),
                Objects.requireNonNullElse(g.exclude(), List.of()),
                sets);
    }

    private static void checkMarkerSet(ParameterRanges ranges, String field, MarkerSet set) {
        String label = set.label();
        ranges.require(label != null && !label.isBlank(), field + ".label", label, "name the cell type");
        List<String> genes = set.genes();
        ranges.require(genes != null && !genes.isEmpty(), field + ".genes", genes, "list at least one gene symbol");
        String id = set.cellOntologyId();
        ranges.require(
                id == null || id.matches("CL:\\d{7}"), field + ".cellOntologyId", id, "send an id such as CL:0000182");
    }

    private static Candidates candidates(ParameterRanges ranges, @Nullable Candidates given) {
        var g = given == null ? new Candidates(null, null) : given;
        return new Candidates(
                ranges.integer("candidates.top", g.top(), 10, 2, 50),
                ranges.positive("candidates.maxP", g.maxP(), 1, 1));
    }

    private Inference inference(ParameterRanges ranges, @Nullable Inference given) {
        var g = given == null ? new Inference(null, null, null, null, null) : given;
        String model = Objects.requireNonNullElse(blankToNull(g.model()), modelName);
        ranges.require(
                model.matches("[A-Za-z0-9._/:-]{1,200}"), "inference.model", model, "send a name such as qwen2.5:1.5b");
        ranges.require(
                !ModelName.isOfCloud(model), "inference.model", model, "send a model that runs on the server itself");
        return new Inference(
                Objects.requireNonNullElse(g.enabled(), true),
                model,
                Objects.requireNonNullElse(g.policy(), Inference.Policy.GUARDED),
                evidence(ranges, g.evidence()),
                ranges.integer("inference.numCtx", g.numCtx(), 4096, 1024, 131_072),
                ranges.integer("inference.stabilityRuns", g.stabilityRuns(), 0, 0, InferenceStage.MOST_STABILITY_RUNS),
                ranges.integer(
                        "inference.timeBudgetSeconds", g.timeBudgetSeconds(), modelBudgetSeconds, 1, LONGEST_BUDGET));
    }

    private static List<Inference.Evidence> evidence(ParameterRanges ranges, @Nullable List<Inference.Evidence> given) {
        List<Inference.Evidence> evidence = Objects.requireNonNullElse(given, List.of(Inference.Evidence.values()));
        ranges.require(!evidence.isEmpty(), "inference.evidence", evidence, "name at least one kind of evidence");
        return evidence.stream().distinct().sorted().toList();
    }

    private static Confidence confidence(ParameterRanges ranges, @Nullable Confidence given) {
        var g = given == null ? new Confidence(null, null, null) : given;
        double high = ranges.positive("confidence.high", g.high(), ConfidenceScorer.DEFAULT_HIGH, 1);
        double moderate = ranges.positive(
                "confidence.moderate", g.moderate(), Math.min(ConfidenceScorer.DEFAULT_MODERATE, high), 1);
        ranges.require(moderate <= high, "confidence.moderate", moderate, "send at most confidence.high, " + high);
        Double rate = g.maxErrorRate();
        ranges.require(
                rate == null || (rate >= LEAST_ERROR_RATE && rate <= MOST_ERROR_RATE),
                "confidence.maxErrorRate",
                rate,
                "send a number from %s to %s, or leave it out".formatted(LEAST_ERROR_RATE, MOST_ERROR_RATE));
        return new Confidence(high, moderate, rate);
    }
}
