package io.nanocell.pipeline.figures;

/// Colours of groups: the same number always has the same one, and neighbours in the list are far apart in hue.
public final class Palette {

    /// Of cells that were not assessed.
    public static final String GREY = "#BFBFBF";

    /// Of cells without a clear type of their own.
    public static final String UNASSIGNED = "#969696";

    private static final double GOLDEN_ANGLE = 137.50776405003785; // degrees: hues never repeat
    private static final double[] LIGHTNESS = {0.45, 0.62, 0.33};
    private static final double SATURATION = 0.72;

    private Palette() {}

    /// @param group number of the group, from 0
    /// @return "#RRGGBB"
    public static String colour(int group) {
        double hue = (210 + group * GOLDEN_ANGLE) % 360;
        double lightness = LIGHTNESS[group % LIGHTNESS.length];
        double amplitude = SATURATION * Math.min(lightness, 1 - lightness);
        return "#%02X%02X%02X"
                .formatted(
                        channel(0, hue, lightness, amplitude),
                        channel(8, hue, lightness, amplitude),
                        channel(4, hue, lightness, amplitude));
    }

    /// @param ground "#RRGGBB"
    /// @return black or white, whichever is read more easily on it (ITU-R BT.601 luma)
    static String ink(String ground) {
        int rgb = Integer.parseInt(ground, 1, 7, 16);
        double luma = 0.299 * (rgb >> 16) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
        return luma > 140 ? "#222222" : "#FFFFFF";
    }

    /// CSS Color Module Level 4, "HSL to sRGB".
    private static long channel(int n, double hue, double lightness, double amplitude) {
        double k = (n + hue / 30) % 12;
        return Math.round(255 * (lightness - amplitude * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1))));
    }
}
