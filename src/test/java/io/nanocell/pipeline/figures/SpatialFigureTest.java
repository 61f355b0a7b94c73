package io.nanocell.pipeline.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class SpatialFigureTest {

    private static final List<String> NAMES = List.of("NOT_ASSESSED", "B cell", "<T> & \"co\"");
    private static final List<String> COLOURS = List.of("#BFBFBF", "#FF0000", "#0000FF");
    private static final int WHITE = 0xFFFFFF;

    @Test
    void paintsEachCellWhereItLies() throws IOException {
        // corners of 1000 × 500 µm, which is wider than the map is high: the width decides
        var image = picture(map(new int[] {1, 2, 0, 1}, new float[] {0, 1000, 1000, 0}, new float[] {0, 0, 500, 500}));

        double scale = image.getWidth() / 1014.0; // 7 µm around the outermost centroids
        assertThat(image.getHeight()).isCloseTo((int) Math.ceil(514 * scale), within(1));
        assertThat(image.getWidth()).isEqualTo(2 * 860);
        assertThat(pixel(image, 7 * scale, 7 * scale)).isEqualTo(0xFF0000);
        assertThat(pixel(image, 1007 * scale, 7 * scale)).isEqualTo(0x0000FF);
        assertThat(pixel(image, 1007 * scale, 507 * scale)).isEqualTo(0xBFBFBF);
        assertThat(pixel(image, 7 * scale, 507 * scale)).isEqualTo(0xFF0000);
        assertThat(pixel(image, 507 * scale, 257 * scale)).isEqualTo(WHITE);
    }

    @Test
    void ofTwoCellsInOnePlaceTheLaterIsSeenAndOneNotAssessedNever() throws IOException {
        var image = picture(map(new int[] {1, 2, 0, 1}, new float[] {0, 0, 0, 300}, new float[] {0, 0, 0, 300}));

        double scale = image.getHeight() / 314.0;
        assertThat(pixel(image, 7 * scale, 7 * scale)).isEqualTo(0x0000FF);
    }

    @Test
    void theScaleBarIsAsLongAsItSays() {
        String svg = map(new int[] {1, 1}, new float[] {0, 5000}, new float[] {0, 100});

        var bar = find(svg, "<line x1=\"20\" y1=\"[\\d.]+\" x2=\"([\\d.]+)\"");
        var map = find(svg, "<image x=\"20\" y=\"62\" width=\"([\\d.]+)\"");
        assertThat(svg).contains(">1 mm</text>", "2 cells at their centroids, 5.01 mm × 114 µm");
        double perMicrometre = Double.parseDouble(map.group(1)) / 5014;
        assertThat((Double.parseDouble(bar.group(1)) - 20) / perMicrometre).isCloseTo(1000, within(1.0));
    }

    @Test
    void theLegendCountsTheCellsOfGroupsThatAreThere() {
        String svg = map(new int[] {2, 2, 0, 2, 0, 0, 0}, new float[7], new float[] {0, 20, 40, 60, 80, 100, 120});

        assertThat(svg)
                .contains("&lt;T&gt; &amp; &quot;co&quot;: 3 cells</title>", "NOT_ASSESSED: 4 cells</title>")
                .doesNotContain("B cell", "<T>");
        assertThat(svg.indexOf("&lt;T&gt;")).as("groups first").isLessThan(svg.indexOf("NOT_ASSESSED"));
    }

    @Test
    void aLongNameIsShortenedInTheDrawingAndWholeInTheTooltip() {
        String name = "kidney proximal convoluted tubule epithelial cell";
        String svg = SpatialFigure.of(
                "t", List.of("NOT_ASSESSED", name), COLOURS.subList(0, 2), new int[] {1}, new float[1], new float[1]);

        assertThat(svg).contains(name + ": 1 cell<", ">kidney proximal convoluted tubule…</text>");
    }

    @Test
    void oneCellOrAMillionInTheSamePlacesGiveTheSameBytesEachTime() throws IOException {
        int n = 1_000_000;
        float[] x = new float[n];
        float[] y = new float[n];
        int[] group = new int[n];
        for (int i = 0; i < n; i++) {
            x[i] = i % 1000 * 10;
            y[i] = i / 1000 * 8;
            group[i] = 1 + (i / 100) % 2;
        }
        String svg = map(group, x, y);
        assertThat(svg.length()).isLessThan(2_000_000);
        assertThat(map(group, x, y)).isEqualTo(svg);
        assertThat(picture(map(new int[] {1}, new float[] {3}, new float[] {4})).getWidth())
                .isPositive();
    }

    private static String map(int[] groupOf, float[] x, float[] y) {
        return SpatialFigure.of("a map", NAMES, COLOURS, groupOf, x, y);
    }

    private static int pixel(BufferedImage image, double x, double y) {
        return image.getRGB((int) x, (int) y) & WHITE;
    }

    private static BufferedImage picture(String svg) throws IOException {
        String data = find(svg, "href=\"data:image/png;base64,([^\"]+)\"").group(1);
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
    }

    private static MatchResult find(String svg, String pattern) {
        var match = Pattern.compile(pattern).matcher(svg);
        assertThat(match.find()).as(pattern).isTrue();
        return match;
    }
}
