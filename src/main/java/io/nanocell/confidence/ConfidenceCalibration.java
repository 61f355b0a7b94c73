package io.nanocell.confidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What confidences are computed with, and how it came about: `confidence-calibration.tsv`.
///
/// Lines that start with # are its provenance. Then rows of setting, genes, kind, name and value: the `weight` of
/// every term of the [ConfidenceModel] for panels of so many genes, and how many cases are `called` and `wrong`
/// from every hundredth of confidence on, whatever their panel (genes 0).
///
/// @param provenance lines for people, without the #
/// @param models by setting
/// @param risks by setting
public record ConfidenceCalibration(
        List<String> provenance,
        Map<CalibrationSetting, PanelModels> models,
        Map<CalibrationSetting, RiskCurve> risks) {

    private static final String SHIPPED = "/reference-data/confidence-calibration.tsv";
    private static final String WEIGHT = "weight";
    private static final String CALLED = "called";
    private static final String WRONG = "wrong";
    private static final String HEADER = "setting\tgenes\tkind\tname\tvalue";

    /// @throws IllegalArgumentException unless every setting has a model and a risk curve
    public ConfidenceCalibration {
        provenance = List.copyOf(provenance);
        models = Map.copyOf(models);
        risks = Map.copyOf(risks);
        for (CalibrationSetting setting : CalibrationSetting.values()) {
            if (!models.containsKey(setting) || !risks.containsKey(setting)) {
                throw new IllegalArgumentException("the calibration lacks " + setting);
            }
        }
    }

    /// @return the one that ships with the service
    public static ConfidenceCalibration shipped() {
        return Shipped.CALIBRATION;
    }

    private static final class Shipped {
        static final ConfidenceCalibration CALIBRATION = read();

        static ConfidenceCalibration read() {
            try (InputStream in = ConfidenceCalibration.class.getResourceAsStream(SHIPPED)) {
                if (in == null) {
                    throw new IllegalStateException("the jar lacks " + SHIPPED);
                }
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// @param panelGenes genes of the panel, [PanelModels#NO_PANEL] where there is none
    public ConfidenceModel model(CalibrationSetting setting, int panelGenes) {
        return require(models.get(setting), setting).at(panelGenes);
    }

    public RiskCurve risk(CalibrationSetting setting) {
        return require(risks.get(setting), setting);
    }

    private static <T> T require(@Nullable T value, CalibrationSetting setting) {
        if (value == null) {
            throw new IllegalStateException("the calibration lacks " + setting);
        }
        return value;
    }

    /// @throws IllegalArgumentException naming the line that does not hold
    public static ConfidenceCalibration parse(String text) {
        List<String> provenance = new ArrayList<>();
        Map<CalibrationSetting, SortedMap<Integer, Map<String, Double>>> weights =
                new EnumMap<>(CalibrationSetting.class);
        Map<CalibrationSetting, Map<String, SortedMap<String, Integer>>> counts =
                new EnumMap<>(CalibrationSetting.class);
        boolean header = false;
        for (String line : text.lines().toList()) {
            if (line.startsWith("#")) {
                provenance.add(line.substring(1).strip());
            } else if (!header) {
                if (!line.equals(HEADER)) {
                    throw new IllegalArgumentException("the calibration's header is \"%s\"".formatted(line));
                }
                header = true;
            } else {
                String[] cells = line.split("\t", -1);
                if (cells.length != 5) {
                    throw new IllegalArgumentException("no row of a calibration: \"%s\"".formatted(line));
                }
                CalibrationSetting setting = CalibrationSetting.valueOf(cells[0]);
                if (cells[2].equals(WEIGHT)) {
                    weights.computeIfAbsent(setting, _ -> new TreeMap<>())
                            .computeIfAbsent(Integer.valueOf(cells[1]), _ -> new TreeMap<>())
                            .put(cells[3], Double.parseDouble(cells[4]));
                } else {
                    counts.computeIfAbsent(setting, _ -> new TreeMap<>())
                            .computeIfAbsent(cells[2], _ -> new TreeMap<>())
                            .put(cells[3], Integer.valueOf(cells[4]));
                }
            }
        }
        Map<CalibrationSetting, PanelModels> models = new EnumMap<>(CalibrationSetting.class);
        weights.forEach((setting, bySize) -> {
            SortedMap<Integer, ConfidenceModel> of = new TreeMap<>();
            bySize.forEach((size, coefficients) -> of.put(size, ConfidenceModel.of(coefficients)));
            models.put(setting, new PanelModels(of));
        });
        Map<CalibrationSetting, RiskCurve> risks = new EnumMap<>(CalibrationSetting.class);
        counts.forEach((setting, kinds) ->
                risks.put(setting, new RiskCurve(byThreshold(kinds.get(CALLED)), byThreshold(kinds.get(WRONG)))));
        return new ConfidenceCalibration(provenance, models, risks);
    }

    private static List<Integer> byThreshold(@Nullable SortedMap<String, Integer> counts) {
        return counts == null ? List.of() : List.copyOf(counts.values()); // "0.00" to "1.00", so sorted
    }

    /// @return the file
    public String text() {
        var text = new StringBuilder();
        provenance.forEach(line -> text.append("# ").append(line).append('\n'));
        text.append(HEADER).append('\n');
        for (CalibrationSetting setting : CalibrationSetting.values()) {
            require(models.get(setting), setting)
                    .bySize()
                    .forEach((genes, model) -> model.coefficients()
                            .forEach((name, value) -> row(text, setting, genes, WEIGHT, name, format("%.6f", value))));
            counts(text, setting, CALLED, risk(setting).called());
            counts(text, setting, WRONG, risk(setting).wrong());
        }
        return text.toString();
    }

    private static void counts(StringBuilder text, CalibrationSetting setting, String kind, List<Integer> counts) {
        for (int h = 0; h <= RiskCurve.STEPS; h++) {
            String threshold = format("%.2f", (double) h / RiskCurve.STEPS);
            row(text, setting, PanelModels.NO_PANEL, kind, threshold, String.valueOf(counts.get(h)));
        }
    }

    private static void row(
            StringBuilder text, CalibrationSetting setting, int genes, String kind, String name, String value) {
        text.append(String.join("\t", setting.name(), String.valueOf(genes), kind, name, value))
                .append('\n');
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
