package io.nanocell.pipeline;

import io.nanocell.confidence.CalibrationSetting;
import io.nanocell.confidence.ConfidenceCalibration;
import io.nanocell.confidence.ConfidenceFit;
import io.nanocell.confidence.LabelledConfidence;
import io.nanocell.confidence.PanelModels;
import io.nanocell.confidence.RiskCurve;
import io.nanocell.evaluation.HeldOut;
import io.nanocell.evaluation.HeldOutList;
import io.nanocell.pipeline.CalibrationCases.Case;
import io.nanocell.reference.ReferenceKnowledge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Fits the confidence to labelled cases: CellMarker's lists, each ranked without its publication, lists of atlas
/// studies, each without its study, and clusters that experts have named. What stands in the table is said of
/// tissues that the fit has not seen.
public final class ConfidenceCalibrator {

    /// A calibration and how good it is.
    ///
    /// @param file what `confidence-calibration.tsv` should hold
    /// @param table lines for people: cross-validated figures
    /// @param figures name of the file → SVG
    public record Outcome(String file, List<String> table, SortedMap<String, String> figures) {}

    private static final int TISSUE_FOLDS = 10;
    private static final SortedSet<Integer> WITHOUT_PANEL = new TreeSet<>(Set.of(PanelModels.NO_PANEL));
    private static final String CLUSTERS = "named clusters";
    private static final String NOT_LEFT_OUT = "none";

    /// What is held out in turns.
    ///
    /// @param folds so many that what is left out at a time is little of what the ranking knows
    private record Held(HeldOut kind, String name, int folds) {}

    private static final List<Held> HELD = List.of(
            new Held(HeldOut.PUBLICATIONS, "CellMarker lists", 6),
            new Held(HeldOut.ATLAS_STUDIES, "atlas studies", 12)); // of some forty studies

    private final Knowledge knowledge;
    private final Consumer<String> progress;

    private ConfidenceCalibrator(Knowledge knowledge, Consumer<String> progress) {
        this.knowledge = knowledge;
        this.progress = progress;
    }

    /// @param official folder of the official reference files: the shipped tables have added publications up, so
    /// that none can be left out
    /// @param progress told what is done
    public static ConfidenceCalibrator withReference(String official, Consumer<String> progress) {
        return new ConfidenceCalibrator(ReferenceConfiguration.knowledge(official), progress);
    }

    /// @param named clusters that experts have named
    /// @param casesSha256 of the file that names them
    /// @param every 1 for all cases; n for every n-th, to try it out
    public Outcome calibrate(List<CaseEvaluation.Case> named, String casesSha256, long seed, int every) {
        List<Case> cases = new ArrayList<>(clusters(thinned(named, every), seed));
        HELD.forEach(held -> cases.addAll(heldOut(held, seed, every)));
        Map<CalibrationSetting, PanelModels> models = new EnumMap<>(CalibrationSetting.class);
        Map<CalibrationSetting, RiskCurve> risks = new EnumMap<>(CalibrationSetting.class);
        List<CalibrationRow> rows = new ArrayList<>();
        SortedMap<String, String> figures = new TreeMap<>();
        for (CalibrationSetting setting : List.of(CalibrationSetting.LIST, CalibrationSetting.PANEL)) {
            List<Case> of = cases.stream().filter(c -> c.setting() == setting).toList();
            List<LabelledConfidence> labelled = balanced(of);
            SortedSet<Integer> sizes = setting == CalibrationSetting.LIST ? WITHOUT_PANEL : CalibrationCases.MODELLED;
            models.put(setting, ConfidenceFit.of(labelled, sizes));
            Map<String, Double> unseen = ConfidenceFit.crossValidated(labelled, sizes, TISSUE_FOLDS);
            risks.put(setting, risk(of, unseen));
            rows.addAll(CalibrationRow.of(of, unseen));
            figures.putAll(new CalibrationFigures(knowledge.types()).of(of, unseen));
        }
        models.put(CalibrationSetting.CELLS, models.get(CalibrationSetting.PANEL));
        risks.put(CalibrationSetting.CELLS, risks.get(CalibrationSetting.PANEL));
        List<String> table = CalibrationRow.table(rows);
        var calibration = new ConfidenceCalibration(provenance(cases, casesSha256, seed, table), models, risks);
        return new Outcome(calibration.text(), table, figures);
    }

    private List<Case> clusters(List<CaseEvaluation.Case> named, long seed) {
        List<HeldOutList> lists = named.stream()
                .map(c -> new HeldOutList(c.id(), NOT_LEFT_OUT, c.tissue(), c.markers(), Set.copyOf(c.expert())))
                .toList();
        List<Case> cases = new CalibrationCases(knowledge.types()).of(CLUSTERS, lists, seed);
        progress.accept("%d named clusters".formatted(named.size()));
        return cases;
    }

    private List<Case> heldOut(Held held, long seed, int every) {
        ReferenceKnowledge types = knowledge.types();
        List<HeldOutList> lists = thinned(held.kind().lists(types, seed, Integer.MAX_VALUE), every);
        List<Case> cases = new ArrayList<>();
        List<Set<String>> folds = HeldOut.folds(lists, held.folds(), seed);
        for (int fold = 0; fold < folds.size(); fold++) {
            Set<String> left = folds.get(fold);
            var rest = types.with(types.database().withoutPublications(left));
            List<HeldOutList> asked = lists.stream()
                    .filter(list -> left.contains(list.publication()))
                    .toList();
            cases.addAll(new CalibrationCases(rest).of(held.name(), asked, seed + fold));
            progress.accept(
                    "%d %s of %d publications or studies left out".formatted(asked.size(), held.name(), left.size()));
        }
        return cases;
    }

    private static <T> List<T> thinned(List<T> all, int every) {
        return IntStream.range(0, all.size())
                .filter(i -> i % every == 0)
                .mapToObj(all::get)
                .toList();
    }

    /// Sources count alike, however many cases each of them has: lists are easier to come by than clusters that
    /// experts have named.
    private static List<LabelledConfidence> balanced(List<Case> cases) {
        Map<String, Double> weightOf = new TreeMap<>();
        cases.forEach(c -> weightOf.merge(c.source(), c.labelled().weight(), Double::sum));
        double mean = weightOf.values().stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        return cases.stream()
                .map(c -> c.labelled().weighted(mean / weightOf.getOrDefault(c.source(), mean)))
                .toList();
    }

    private static RiskCurve risk(List<Case> cases, Map<String, Double> unseen) {
        return RiskCurve.of(cases.stream()
                .filter(c -> c.callable() && c.rank() == 1)
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
                "Settings: LIST whole lists of 20, 10, 5 and 3 genes; PANEL up to 20 genes on random panels of %s genes;"
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
        List<String> sources = Stream.concat(Stream.of(CLUSTERS), HELD.stream().map(Held::name))
                .toList();
        for (String source : sources) {
            long n = cases.stream()
                    .filter(c -> c.source().equals(source) && c.setting() == CalibrationSetting.LIST)
                    .map(c -> c.labelled().id().split(" ", 2)[0])
                    .distinct()
                    .count();
            counts.add("%d %s".formatted(n, source));
        }
        return String.join(", ", counts);
    }
}
