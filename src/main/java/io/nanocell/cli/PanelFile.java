package io.nanocell.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The genes of a panel: the column `gene` of a CSV such as the panels' makers publish, or one symbol in a line.
final class PanelFile {

    private PanelFile() {}

    /// @throws UsageException if there is no gene in it
    static List<String> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not UTF-8; save it as UTF-8");
        } catch (IOException e) {
            throw new UsageException("cannot read " + file + ": " + e.getMessage());
        }
        List<String> header = lines.isEmpty()
                ? List.of()
                : Arrays.stream(lines.getFirst().replace("\uFEFF", "").split(",", -1))
                        .map(name -> unquoted(name).toLowerCase(Locale.ROOT))
                        .toList();
        int column = Math.max(header.indexOf("gene"), header.indexOf("genes"));
        if (column < 0 && header.size() > 1) {
            throw new UsageException("%s, line 1: no column gene; there are %s".formatted(file, header));
        }
        if (column > 0) {
            throw new UsageException(file + ", line 1: the column gene has to be the first"); // the others are quoted
        }
        List<String> genes = lines.stream()
                .skip(column < 0 ? 0 : 1)
                .map(line -> unquoted(line.split(",", 2)[0]))
                .filter(gene -> !gene.isEmpty())
                .distinct()
                .toList();
        if (genes.isEmpty()) {
            throw new UsageException(file + " has no gene");
        }
        return genes;
    }

    private static String unquoted(String cell) {
        return cell.replace("\uFEFF", "").replace("\"", "").strip();
    }
}
