package io.nanocell.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Archives that mean harm, each written whole into a folder.
///
/// @param folder where they are written
public record HostileArchives(Path folder) {

    private static final int CENTRAL = 0x02014b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int LINK_ON_UNIX = 0120777 << 16;

    /// @return a zip of one small file with this name
    public Path zip(String name) {
        return write("output.zip", zipped(name, "cell_id\n".getBytes(StandardCharsets.UTF_8)));
    }

    /// @return a zip whose one entry is a symbolic link
    public Path zipLink() {
        byte[] zip = zipped("cells.csv", "../../../../etc/passwd".getBytes(StandardCharsets.UTF_8));
        int at = central(zip);
        little(zip).putShort(at + 4, (short) (3 << 8 | 30)); // made on Unix
        little(zip).putInt(at + 38, LINK_ON_UNIX);
        return write("output.zip", zip);
    }

    /// @return a zip whose one entry says that it has fewer bytes than it unpacks to
    public Path zipThatLies() {
        byte[] zip = zipped("cells.csv", new byte[4_000]);
        little(zip).putInt(central(zip) + 24, 4);
        return write("output.zip", zip);
    }

    /// @return a zip with one entry of so many zeros
    public Path zipBomb(int megabytes) {
        Path file = folder.resolve("output.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("cells.csv"));
            for (int i = 0; i < megabytes; i++) {
                zip.write(new byte[1 << 20]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /// @return a zip whose entries all are the same few bytes, which unpack to 200 kB each
    public Path zipOfOverlappingEntries(int entries) {
        byte[] zip = zipped("cells.csv", new byte[200_000]);
        int start = central(zip);
        var out = new ByteArrayOutputStream();
        out.write(zip, 0, start);
        for (int i = 0; i < entries; i++) {
            out.write(zip, start, CENTRAL_LENGTH);
            out.writeBytes("%09d".formatted(i).getBytes(StandardCharsets.US_ASCII)); // as long as "cells.csv"
            out.write(zip, start + CENTRAL_LENGTH + 9, zip.length - END_LENGTH - start - CENTRAL_LENGTH - 9);
        }
        ByteBuffer end = little(zip).slice(zip.length - END_LENGTH, END_LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        end.putShort(8, (short) entries).putShort(10, (short) entries);
        end.putInt(12, out.size() - start);
        out.write(zip, zip.length - END_LENGTH, END_LENGTH);
        return write("output.zip", out.toByteArray());
    }

    /// @return a zip with so many empty files
    public Path zipOfMany(int entries) {
        Path file = folder.resolve("output.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setMethod(ZipOutputStream.STORED);
            for (int i = 0; i < entries; i++) {
                var entry = new ZipEntry("tile-" + i);
                entry.setSize(0);
                entry.setCrc(0);
                zip.putNextEntry(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /// @param type '1' a hard link, '2' a symbolic one, '3' a device …
    /// @return a tar of one such entry named cells.csv
    public Path tar(char type, String target) {
        byte[] header = new byte[512];
        put(header, 0, "cells.csv");
        put(header, 124, "%011o".formatted(0));
        put(header, 148, "        ");
        header[156] = (byte) type;
        put(header, 157, target);
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte b : header) {
            sum += Byte.toUnsignedInt(b);
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        var tar = new ByteArrayOutputStream();
        tar.writeBytes(header);
        tar.writeBytes(new byte[1024]);
        return write("output.tar", tar.toByteArray());
    }

    /// @return gzipped blank lines
    public Path gzip(String name, int megabytes) {
        Path file = folder.resolve(name);
        try (var gzip = new GZIPOutputStream(Files.newOutputStream(file))) {
            byte[] megabyte = new byte[1 << 20];
            Arrays.fill(megabyte, (byte) '\n');
            for (int i = 0; i < megabytes; i++) {
                gzip.write(megabyte);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    public Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zipped(String name, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static int central(byte[] zip) {
        for (int at = 0; at + Integer.BYTES <= zip.length; at++) {
            if (little(zip).getInt(at) == CENTRAL) {
                return at;
            }
        }
        throw new IllegalArgumentException("no zip");
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
