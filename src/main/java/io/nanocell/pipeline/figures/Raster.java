package io.nanocell.pipeline.figures;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// A white picture that discs are painted on.
final class Raster {

    private static final int WHITE = 0xFFFFFF;

    private final int width;
    private final int height;
    private final BufferedImage image;
    private final int[] pixels;

    Raster(int width, int height) {
        this.width = width;
        this.height = height;
        this.image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        this.pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        Arrays.fill(pixels, WHITE);
    }

    /// Fills the pixels whose centre lies in the disc, and the one that holds its centre.
    ///
    /// @param x pixels from the left
    /// @param y pixels from the top
    /// @param radius pixels
    /// @param rgb 0xRRGGBB
    void disc(double x, double y, double radius, int rgb) {
        set((int) Math.floor(x), (int) Math.floor(y), rgb);
        int bottom = (int) Math.floor(y + radius);
        int right = (int) Math.floor(x + radius);
        for (int row = (int) Math.floor(y - radius); row <= bottom; row++) {
            double dy = row + 0.5 - y;
            for (int column = (int) Math.floor(x - radius); column <= right; column++) {
                double dx = column + 0.5 - x;
                if (dx * dx + dy * dy <= radius * radius) {
                    set(column, row, rgb);
                }
            }
        }
    }

    private void set(int column, int row, int rgb) {
        if (column >= 0 && column < width && row >= 0 && row < height) {
            pixels[row * width + column] = rgb;
        }
    }

    /// @return 0xRRGGBB
    int pixel(int column, int row) {
        return pixels[row * width + column];
    }

    /// @return the picture as the address of itself: a PNG in base 64
    String dataAddress() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("every Java platform writes PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
