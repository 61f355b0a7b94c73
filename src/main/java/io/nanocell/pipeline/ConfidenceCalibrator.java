package io.nanocell.pipeline;

import io.nanocell.confidence.CalibrationSetting;
import io.nanocell.confidence.ConfidenceCalibration;
import io.nanocell.confidence.ConfidenceFit;
import io.nanocell.confidence.ConfidenceModel;
import io.nanocell.confidence.LabelledConfidence;
import io.nanocell.confidence.RiskCurve;
import io.nanocell.evaluation.HeldOut;
import io.nanocell.evaluation.HeldOutList;
import io.nanocell.pipeline.CalibrationCases.Case;
import io.nanocell.reference.ReferenceKnowledge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Fits the confidence to labelled cases: CellMarker's lists, each ranked without its publication, and clusters that
/// experts have named. What stands in the table is said of tissues that the fit has not seen.
public final class ConfidenceCalibrator {

    /// A calibration and how good it is.
    ///
    /// @param file what `confidence-calibration.tsv` should hold
    /// @param table lines for people: cross-validated figures
    public record Outcome(String file, List<String> table) {}

    private static final int PUBLICATION_FOLDS = 6;
    private static final int TISSUE_FOLDS = 10;
    private static final String CLUSTERS = "named clusters";
    private static final String NOT_LEFT_OUT = "none";

    /// Atlas studies stay in: six folds of forty would leave the ranking without most of what it knows best.
    private static final Map<HeldOut, String> SOURCES = new EnumMap<>(Map.of(HeldOut.PUBLICATIONS, "CellMarker lists"));

    private final Knowledge knowledge;
    private final Consumer<String> progress;

    private ConfidenceCalibrator(Knowledge knowledge, Consumer<String> progress) {
        this.knowledge = knowledge;
        this.progress = progress;
    }

    /// @param official folder of the official reference files: the shipped tables have added publications up, so that
    /// none can be left out
    /// @param progress told what is done
    public static ConfidenceCalibrator withReference(String official, Consumer<String> progress) {
        return new ConfidenceCalibrator(ReferenceConfiguration.knowledge(official), progress);
    }

    /// @param named clusters that experts have named
    /// @param casesSha256 of the file that names them
    /// @param every 1 for all cases; n for every n-th, to try it out
    public Outcome calibrate(List<CaseEvaluation.Case> named, String casesSha256, long seed, int every) {
        List<Case> cases = new ArrayList<>(clusters(thinned(named, every), seed));
        SOURCES.keySet().forEach(kind -> cases.addAll(heldOut(kind, seed, every)));
        Map<CalibrationSetting, ConfidenceModel> models = new EnumMap<>(CalibrationSetting.class);
        Map<CalibrationSetting, RiskCurve> risks = new EnumMap<>(CalibrationSetting.class);
        List<CalibrationRow> rows = new ArrayList<>();
        for (CalibrationSetting setting : List.of(CalibrationSetting.LIST, CalibrationSetting.PANEL)) {
            List<Case> of = cases.stream().filter(c -> c.setting() == setting).toList();
            List<LabelledConfidence> labelled = of.stream().map(Case::labelled).toList();
            models.put(setting, ConfidenceFit.of(labelled));
            Map<String, Double> unseen = ConfidenceFit.crossValidated(labelled, TISSUE_FOLDS);
            risks.put(setting, risk(of, unseen));
            rows.addAll(CalibrationRow.of(of, unseen));
        }
        models.put(CalibrationSetting.CELLS, models.get(CalibrationSetting.PANEL));
        risks.put(CalibrationSetting.CELLS, risks.get(CalibrationSetting.PANEL));
        List<String> table = CalibrationRow.table(rows);
        var calibration = new ConfidenceCalibration(provenance(cases, casesSha256, seed, table), models, risks);
        return new Outcome(calibration.text(), table);
    }

    private List<Case> clusters(List<CaseEvaluation.Case> named, long seed) {
        List<HeldOutList> lists = named.stream()
                .map(c -> new HeldOutList(c.id(), NOT_LEFT_OUT, c.tissue(), c.markers(), Set.copyOf(c.expert())))
                .toList();
        List<Case> cases = new CalibrationCases(knowledge.types()).of(CLUSTERS, lists, seed);
        progress.accept("%d named clusters".formatted(named.size()));
        return cases;
    }

    private List<Case> heldOut(HeldOut kind, long seed, int every) {
        ReferenceKnowledge types = knowledge.types();
        List<HeldOutList> lists = thinned(kind.lists(types, seed), every);
        List<Case> cases = new ArrayList<>();
        List<Set<String>> folds = HeldOut.folds(lists, PUBLICATION_FOLDS, seed);
        for (int fold = 0; fold < folds.size(); fold++) {
            Set<String> left = folds.get(fold);
            var rest = types.with(types.database().withoutPublications(left));
            List<HeldOutList> asked = lists.stream()
                    .filter(list -> left.contains(list.publication()))
                    .toList();
            cases.addAll(new CalibrationCases(rest).of(SOURCES.getOrDefault(kind, kind.name()), asked, seed + fold));
            progress.accept(
                    "%d %s of %d publications left out".formatted(asked.size(), SOURCES.get(kind), left.size()));
        }
        return cases;
    }

    private static <T> List<T> thinned(List<T> all, int every) {
        return IntStream.range(0, all.size())
                .filter(i -> i % every == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static RiskCurve risk(List<Case> cases, Map<String, Double> unseen) {
        return RiskCurve.of(cases.stream()
                .filter(Case::callable)
                .map(c -> new RiskCurve.Outcome(
                        unseen.getOrDefault(c.labelled().id(), 0.0),
                        c.labelled().right()))
                .toList());
    }

    private List<String> provenance(List<Case> cases, String casesSha256, long seed, List<String> table) {
        List<String> lines = new ArrayList<>(Arrays.asList(
                "How sure a candidate is: written by `calibrate`, not by hand. Weights of the logistic model, and how many",
                "of the cases are called and wrong from each hundredth of confidence on (cross-validated by tissue).",
                "Cases: %s; seed %d. Named clusters: file of SHA-256 %s.".formatted(counts(cases), seed, casesSha256),
                "Settings: LIST whole lists of 10, 5 and 3 genes; PANEL the same cut to random panels of %s genes;"
                                .formatted(CalibrationCases.PANEL_SIZES)
                        + " CELLS as PANEL: no labelled sections were at hand, and simulated ones were not fitted."));
        knowledge.types().releases().stream()
                .map(r -> "Reference: %s %s, SHA-256 %s.".formatted(r.name(), r.release(), r.sha256()))
                .forEach(lines::add);
        lines.addAll(table);
        return lines;
    }

    private static String counts(List<Case> cases) {
        List<String> counts = new ArrayList<>();
        for (String source : List.of(CLUSTERS, "CellMarker lists")) {
            long n = cases.stream()
                    .filter(c -> c.source().equals(source) && c.setting() == CalibrationSetting.LIST)
                    .map(c -> c.labelled().id().split(" ", 2)[0])
                    .distinct()
                    .count();
            counts.add("%d %s".formatted(n, source));
        }
        return String.join(", ", counts).toLowerCase(Locale.ROOT);
    }
}
