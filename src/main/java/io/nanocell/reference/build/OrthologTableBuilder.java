package io.nanocell.reference.build;

import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.files.HcopTable;
import io.nanocell.reference.files.HgncTable;
import io.nanocell.reference.files.OrthologTable;
import io.nanocell.reference.files.ReferenceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Makes `mouse-orthologs.tsv.gz` of HCOP's export: `mvn compile exec:exec@orthologs -Dofficial=FOLDER
/// -Dhcop=DATE`. The same file gives the same bytes.
public final class OrthologTableBuilder {

    /// Name of the export in the folder of official files.
    static final String EXPORT = "human_mouse_hcop_fifteen_column.txt.gz";

    static final String TABLE = "mouse-orthologs.tsv.gz";

    private OrthologTableBuilder() {}

    /// @param arguments folder of the official files, folder of the tables, date of the export
    public static void main(String[] arguments) {
        build(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2]);
    }

    /// @param target folder that gets the table; the shipped gene symbols stand there
    /// @param release of the export, for the table's head
    static void build(Path official, Path target, String release) {
        GeneSymbols symbols = HgncTable.symbols(ReferenceFile.of(target.resolve("gene-symbols.tsv.gz")));
        ReferenceFile export = ReferenceFile.of(official.resolve(EXPORT));
        List<String> rows = OrthologTable.rows(HcopTable.read(export, symbols), release, export.sha256());
        byte[] text = (String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Files.write(target.resolve(TABLE), Gzip.of(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
