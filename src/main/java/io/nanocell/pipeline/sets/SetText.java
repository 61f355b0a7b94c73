package io.nanocell.pipeline.sets;

import io.nanocell.results.RequestRejected;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The text of a file, whatever wrote it: UTF-8 with or without a byte order mark, UTF-16 with one.
final class SetText {

    private SetText() {}

    /// @return its lines, without line ends
    /// @throws RequestRejected if the bytes are no such text
    static List<String> lines(byte[] content, Faults faults) {
        Charset charset = StandardCharsets.UTF_8;
        int skip = 0;
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            skip = 3;
        } else if (startsWith(content, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            skip = 2;
        } else if (startsWith(content, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            skip = 2;
        } else if (startsWith(content, 0x1F, 0x8B) || startsWith(content, 'P', 'K')) {
            throw faults.refuse(0, null, "this is packed; send the text itself");
        }
        String text;
        try {
            text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content, skip, content.length - skip))
                    .toString();
        } catch (CharacterCodingException e) {
            throw faults.refuse(lineOfBadByte(content), null, "this is not UTF-8; save the file as UTF-8");
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            long ends = text.substring(0, nul).chars().filter(c -> c == '\n').count();
            throw faults.refuse((int) ends + 1, null, "a NUL; send text");
        }
        return text.lines().toList();
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= content.length || (content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static int lineOfBadByte(byte[] content) {
        int line = 1;
        var decoder = StandardCharsets.UTF_8.newDecoder();
        for (int from = 0; from < content.length; ) {
            int to = from;
            while (to < content.length && content[to] != '\n') {
                to++;
            }
            try {
                decoder.reset().decode(ByteBuffer.wrap(content, from, to - from));
            } catch (CharacterCodingException e) {
                return line;
            }
            line++;
            from = to + 1;
        }
        return line;
    }
}
