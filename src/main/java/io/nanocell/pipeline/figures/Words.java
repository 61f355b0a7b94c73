package io.nanocell.pipeline.figures;

/// How much room a text takes in a figure, so that none runs into its neighbour. Widths are those of Helvetica
/// (Adobe Core 14 font metrics), which Arial and Liberation Sans share; of other characters a guess on the wide
/// side.
final class Words {

    /// Of the characters from U+0020 to U+007E, thousandths of the font size.
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584 // p to ~
    };

    private static final int FIRST = 0x20;
    private static final int OTHER = 800;
    private static final int WIDE = 1100; // Chinese, Japanese, Korean
    private static final int WIDE_FROM = 0x2E80;
    private static final int WIDEST = 1400; // pictures
    private static final int WIDEST_FROM = 0x10000;

    private Words() {}

    /// @param size of the font, pixels
    /// @return pixels
    static double width(String text, int size) {
        return text.codePoints().mapToLong(Words::thousandths).sum() * size / 1000.0;
    }

    /// @param width that there is, pixels
    /// @param size of the font, pixels
    /// @return the text, or its beginning and "…" where it is too wide
    static String within(String text, double width, int size) {
        if (width(text, size) <= width) {
            return text;
        }
        double left = width - width("…", size);
        int end = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            left -= thousandths(c) * size / 1000.0;
            if (left < 0) {
                break;
            }
            end += Character.charCount(c);
        }
        return text.substring(0, end).stripTrailing() + "…";
    }

    private static long thousandths(int c) {
        if (c >= FIRST && c - FIRST < WIDTHS.length) {
            return WIDTHS[c - FIRST];
        }
        return c >= WIDEST_FROM ? WIDEST : c >= WIDE_FROM ? WIDE : OTHER;
    }
}
