package io.nanocell.confidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What confidences are computed with, and how it came about: `confidence-calibration.tsv`.
///
/// Lines that start with # are its provenance. Then rows of setting, kind, name and value: the `weight` of every term
/// of
/// the [ConfidenceModel], and how many cases are `called` and `wrong` from every hundredth of confidence on.
///
/// @param provenance lines for people, without the #
/// @param models one per setting
/// @param risks one per setting
public record ConfidenceCalibration(
        List<String> provenance,
        Map<CalibrationSetting, ConfidenceModel> models,
        Map<CalibrationSetting, RiskCurve> risks) {

    private static final String SHIPPED = "/reference-data/confidence-calibration.tsv";
    private static final String HEADER = "setting\tkind\tname\tvalue";

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

    public ConfidenceModel model(CalibrationSetting setting) {
        return require(models.get(setting), setting);
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
        Map<CalibrationSetting, Map<String, Map<String, Double>>> values = new EnumMap<>(CalibrationSetting.class);
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
                if (cells.length != 4) {
                    throw new IllegalArgumentException("no row of a calibration: \"%s\"".formatted(line));
                }
                values.computeIfAbsent(CalibrationSetting.valueOf(cells[0]), _ -> new TreeMap<>())
                        .computeIfAbsent(cells[1], _ -> new TreeMap<>())
                        .put(cells[2], Double.parseDouble(cells[3]));
            }
        }
        Map<CalibrationSetting, ConfidenceModel> models = new EnumMap<>(CalibrationSetting.class);
        Map<CalibrationSetting, RiskCurve> risks = new EnumMap<>(CalibrationSetting.class);
        values.forEach((setting, kinds) -> {
            models.put(setting, ConfidenceModel.of(kinds.getOrDefault("weight", Map.of())));
            risks.put(
                    setting,
                    new RiskCurve(
                            counts(kinds.getOrDefault("called", Map.of())),
                            counts(kinds.getOrDefault("wrong", Map.of()))));
        });
        return new ConfidenceCalibration(provenance, models, risks);
    }

    private static List<Integer> counts(Map<String, Double> byThreshold) {
        return byThreshold.values().stream().map(Double::intValue).toList(); // "0.00" to "1.00", so sorted
    }

    /// @return the file
    public String text() {
        var text = new StringBuilder();
        provenance.forEach(line -> text.append("# ").append(line).append('\n'));
        text.append(HEADER).append('\n');
        for (CalibrationSetting setting : CalibrationSetting.values()) {
            model(setting)
                    .coefficients()
                    .forEach((name, value) -> row(text, setting, "weight", name, format("%.6f", value)));
            List<List<Integer>> counts =
                    Arrays.asList(risk(setting).called(), risk(setting).wrong());
            for (int kind = 0; kind < counts.size(); kind++) {
                for (int h = 0; h <= RiskCurve.STEPS; h++) {
                    String threshold = format("%.2f", (double) h / RiskCurve.STEPS);
                    row(
                            text,
                            setting,
                            kind == 0 ? "called" : "wrong",
                            threshold,
                            String.valueOf(counts.get(kind).get(h)));
                }
            }
        }
        return text.toString();
    }

    private static void row(StringBuilder text, CalibrationSetting setting, String kind, String name, String value) {
        text.append(String.join("\t", setting.name(), kind, name, value)).append('\n');
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
