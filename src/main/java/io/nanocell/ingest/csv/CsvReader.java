package io.nanocell.ingest.csv;

import io.nanocell.ingest.check.Violations;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/// Comma-separated records, one at a time: quoted fields with doubled quotes, line breaks inside quotes, LF or
/// CRLF, a byte order mark at the start. Blank lines are skipped.
final class CsvReader {

    private static final int MAX_RECORD = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Reader in;
    private final String file;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder field = new StringBuilder();
    private int position;
    private int limit;
    private long line = 1;

    CsvReader(Reader in, String file) throws IOException {
        this.in = in;
        this.file = file;
        if (peek() == BYTE_ORDER_MARK) {
            position++;
        }
    }

    /// @return line on which the next record starts, from 1
    long line() {
        return line;
    }

    /// @param fields cleared, then filled with the fields of the next record
    /// @return whether there was one
    /// @throws io.nanocell.ingest.MalformedBundleException if a quote is never closed or a record is longer
    /// than 1 MiB
    boolean next(List<String> fields) throws IOException {
        do {
            fields.clear();
            if (peek() < 0) {
                return false;
            }
            readRecord(fields);
        } while (fields.size() == 1 && fields.getFirst().isEmpty());
        return true;
    }

    private void readRecord(List<String> fields) throws IOException {
        long start = line;
        int length = 0;
        while (true) {
            field.setLength(0);
            if (peek() == '"') {
                position++;
                readQuoted(start);
            }
            int c = readPlain(start);
            fields.add(field.toString());
            length += field.length();
            if (length > MAX_RECORD) {
                throw tooLong(start);
            }
            if (c != ',') {
                return;
            }
        }
    }

    private void readQuoted(long start) throws IOException {
        while (true) {
            int c = read();
            if (c < 0) {
                throw Violations.malformed(
                        file,
                        "line " + start,
                        "a quote is opened and never closed",
                        "close it, or send the whole file");
            }
            if (c == '"') {
                if (peek() != '"') {
                    return;
                }
                position++;
            }
            append(c, start);
        }
    }

    /// @return the character that ended the field: a comma, a line feed or −1
    private int readPlain(long start) throws IOException {
        while (true) {
            int c = read();
            if (c == ',' || c == '\n' || c < 0) {
                return c;
            }
            if (c != '\r' || (peek() != '\n' && peek() >= 0)) {
                append(c, start);
            }
        }
    }

    private void append(int c, long start) {
        if (field.length() >= MAX_RECORD) {
            throw tooLong(start);
        }
        field.append((char) c);
    }

    private RuntimeException tooLong(long start) {
        return Violations.malformed(
                file, "line " + start, "is longer than 1 MiB", "send a comma-separated file with one row per cell");
    }

    private int read() throws IOException {
        int c = peek();
        if (c >= 0) {
            position++;
            if (c == '\n') {
                line++;
            }
        }
        return c;
    }

    private int peek() throws IOException {
        if (position == limit) {
            limit = Math.max(0, in.read(buffer, 0, buffer.length));
            position = 0;
            if (limit == 0) {
                return -1;
            }
        }
        return buffer[position];
    }

    /// @return all fields of the first record; empty for an empty file
    List<String> header() throws IOException {
        List<String> names = new ArrayList<>();
        next(names);
        names.replaceAll(String::strip);
        return List.copyOf(names);
    }
}
