package io.nanocell.api.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Numbers as people read them, the same in every locale.
public final class ReportNumbers {

    /// What stands for a number that there is none of.
    static final String NONE = "none";

    private static final MathContext DIGITS = new MathContext(6);

    private ReportNumbers() {}

    /// Rounded down, so that a confidence below a threshold is never shown as having reached it.
    public static String confidence(@Nullable Double confidence) {
        return confidence == null || !Double.isFinite(confidence)
                ? NONE
                : BigDecimal.valueOf(confidence).setScale(2, RoundingMode.FLOOR).toPlainString();
    }

    /// @param share 0..1; one that is above 0 is never shown as 0
    public static String percent(double share) {
        String shown = String.format(Locale.ROOT, "%.1f\u00a0%%", 100 * share);
        return share > 0 && shown.equals("0.0\u00a0%") ? "under 0.1\u00a0%" : shown;
    }

    public static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// @return six digits at most; "none" for what is no number
    public static String decimal(double number) {
        if (!Double.isFinite(number)) {
            return NONE;
        }
        return BigDecimal.valueOf(number).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    /// @return "1 cluster", "2 clusters"
    public static String counted(long number, String thing) {
        return whole(number) + ' ' + thing + (number == 1 ? "" : "s");
    }
}
