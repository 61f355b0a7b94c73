package io.nanocell.pipeline;

import static java.util.Objects.requireNonNull;

import io.nanocell.confidence.CalibrationSetting;
import io.nanocell.confidence.ConfidenceCalibration;
import io.nanocell.confidence.RiskCurve;
import io.nanocell.results.JobParameters;
import io.nanocell.results.Notice;
import java.util.Locale;
import java.util.Optional;

/// What `confidence.maxErrorRate` asks for, kept by calling nothing below a confidence.
///
/// @param rate expected share of wrong ones among what is called
/// @param threshold least confidence of a call; 1, which nothing reaches, where the calibration cannot keep the rate
/// @param risk what the threshold was read from
record ErrorPromise(double rate, double threshold, RiskCurve risk) {

    private static final double NOTHING = 1;

    /// @return empty where no rate was asked for
    static Optional<ErrorPromise> of(JobParameters.Confidence parameters, CalibrationSetting setting) {
        if (parameters.maxErrorRate() == null) {
            return Optional.empty();
        }
        double rate = requireNonNull(parameters.maxErrorRate());
        RiskCurve risk = ConfidenceCalibration.shipped().risk(setting);
        return Optional.of(new ErrorPromise(rate, risk.threshold(rate).orElse(NOTHING), risk));
    }

    /// @return `ERROR_RATE_PROMISED` or `ERROR_RATE_OUT_OF_REACH`, with what the promise rests on
    Notice notice() {
        if (threshold >= NOTHING) {
            return new Notice(
                    "ERROR_RATE_OUT_OF_REACH",
                    "Nothing is called: at no confidence do the calibration cases keep an error rate of %s."
                            .formatted(percent(rate)));
        }
        int hundredths = (int) Math.round(threshold * RiskCurve.STEPS);
        return new Notice(
                "ERROR_RATE_PROMISED",
                ("Nothing is called below a confidence of %s: from there on %d of %d calibration cases were wrong, so that of"
                                + " what is called at most %s is expected to be. This holds as far as these clusters are"
                                + " like the calibration cases (exchangeable with them), and for the evidence's own choice;"
                                + " other species, tissues that no case covers and ambient or mixed clusters are not like"
                                + " them.")
                        .formatted(
                                String.format(Locale.ROOT, "%.2f", threshold),
                                risk.wrong().get(hundredths),
                                risk.called().get(hundredths),
                                percent(rate)));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
