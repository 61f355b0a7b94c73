package io.nanocell.reference.files;

import java.nio.charset.StandardCharsets;

/// Reference files made up for tests.
final class TextFile {

    private TextFile() {}

    static ReferenceFile of(String... lines) {
        return new ReferenceFile("made-up", (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
