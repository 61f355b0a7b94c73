package io.nanocell.api.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/// An HTML document in the making. Text and the values of attributes are escaped here and nowhere else: what
/// users and files bring can never become markup. Elements are closed in the order of nesting, so the document
/// is well-formed.
final class Html {

    private static final Set<String> INLINE = Set.of("a", "bdi", "code", "span", "strong");

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /// Begins an element.
    ///
    /// @param attributes name and value in turn
    Html open(String tag, String... attributes) {
        start(tag, attributes);
        open.push(tag);
        return this;
    }

    /// Ends the innermost element.
    Html close() {
        String tag = open.pop();
        out.append("</").append(tag).append(INLINE.contains(tag) ? ">" : ">\n");
        return this;
    }

    /// An element of text alone.
    ///
    /// @param attributes name and value in turn
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /// An element without content and end, as `meta`.
    Html empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append('\n');
        return this;
    }

    Html text(String text) {
        text.codePoints().forEach(this::escaped);
        return this;
    }

    /// What the service itself has made and escaped: a style sheet, a figure. Never a text from outside.
    Html own(String markup) {
        out.append(markup);
        return this;
    }

    /// @return the document
    /// @throws IllegalStateException if an element is open
    String document() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
    }

    private void escaped(int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(isHtml(c) ? c : 0xFFFD);
        }
    }

    /// HTML forbids controls other than white space, and non-characters; half a pair cannot be written as
    /// UTF-8.
    private static boolean isHtml(int c) {
        boolean control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7F && c < 0xA0);
        boolean half = c >= 0xD800 && c <= 0xDFFF;
        boolean nonCharacter = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
        return !control && !half && !nonCharacter;
    }
}
