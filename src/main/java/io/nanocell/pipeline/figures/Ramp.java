package io.nanocell.pipeline.figures;

/// A sequential ramp of colours from white to a dark blue: even steps of lightness and one hue, so that it
/// reads the same for the colour-blind and in print. In OKLab (Ottosson 2020, "A perceptual color space for
/// image processing"), where even steps look even; between its ends the blue is fuller than on the straight
/// line, which is greyish.
final class Ramp {

    private static final double[] LIGHT = lab(0xFF, 0xFF, 0xFF);
    private static final double[] DARK = lab(0x08, 0x30, 0x6B);

    /// Added to L, a and b half-way.
    private static final double[] FULLER = {0, -0.035, -0.05};

    private Ramp() {}

    /// @param share 0 (white) to 1 (dark)
    /// @return "#RRGGBB"
    static String colour(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share of " + share);
        }
        double[] lab = new double[3];
        for (int i = 0; i < 3; i++) {
            lab[i] = LIGHT[i] + share * (DARK[i] - LIGHT[i]) + 4 * share * (1 - share) * FULLER[i];
        }
        double l = cube(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]);
        double m = cube(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]);
        double s = cube(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2]);
        return "#%02X%02X%02X"
                .formatted(
                        channel(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
                        channel(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
                        channel(-0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s));
    }

    /// @return L, a, b
    private static double[] lab(int red, int green, int blue) {
        double r = linear(red);
        double g = linear(green);
        double b = linear(blue);
        double l = StrictMath.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = StrictMath.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = StrictMath.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    private static double cube(double x) {
        return x * x * x;
    }

    /// IEC 61966-2-1, sRGB to linear.
    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : StrictMath.pow((c + 0.055) / 1.055, 2.4);
    }

    /// IEC 61966-2-1, linear to sRGB.
    private static long channel(double linear) {
        double c = linear <= 0.0031308 ? 12.92 * linear : 1.055 * StrictMath.pow(linear, 1 / 2.4) - 0.055;
        return Math.clamp(Math.round(255 * c), 0, 255);
    }
}
