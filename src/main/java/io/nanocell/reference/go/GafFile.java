package io.nanocell.reference.go;

import io.nanocell.reference.GeneOntology;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.GoAnnotations;
import io.nanocell.reference.UnreadableReferenceException;
import io.nanocell.reference.files.ReferenceFile;
import java.util.Arrays;

/// Annotations in the Gene Association Format 2.2 (`goa_human.gaf.gz`): one line per gene product, term and evidence.
///
/// Columns from 0: 2 symbol, 3 qualifiers between `|`, 4 term, 6 evidence code, 8 aspect, 13 date. Only aspect P,
/// biological process, is read; what is qualified NOT is the opposite of an annotation and dropped.
///
/// Source: <https://geneontology.org/docs/go-annotation-file-gaf-format-2.2/>.
final class GafFile {

    private static final int MIN_COLUMNS = 15; // of 17: the last two may be empty and cut off
    private static final int SYMBOL = 2;
    private static final int QUALIFIERS = 3;
    private static final int TERM = 4;
    private static final int EVIDENCE = 6;
    private static final int ASPECT = 8;
    private static final int DATE = 13;
    private static final String GENERATED = "!date-generated:";

    private final GoAnnotations.Collector collector;
    private final boolean withEvidence;
    private boolean gaf;
    private String generated = "";
    private String lastDate = "";
    private int read;

    private GafFile(GoAnnotations.Collector collector, boolean withEvidence) {
        this.collector = collector;
        this.withEvidence = withEvidence;
    }

    /// @param withEvidence false where the file's codes are known to be placeholders
    /// @throws UnreadableReferenceException if it is no GAF 2 or hardly fits the ontology
    static Annotated read(ReferenceFile file, GeneOntology ontology, GeneSymbols symbols, boolean withEvidence) {
        var collector = new GoAnnotations.Collector(ontology, symbols);
        var reader = new GafFile(collector, withEvidence);
        Lines.forEach(file, reader::line);
        Annotated.checkFit(file, collector, reader.read);
        return new Annotated(collector.finish(), reader.release());
    }

    private void line(String line) {
        if (line.startsWith("!")) {
            gaf |= line.startsWith("!gaf-version: 2");
            generated = line.startsWith(GENERATED)
                    ? line.substring(GENERATED.length()).strip()
                    : generated;
        } else if (!line.isBlank()) {
            if (!gaf) {
                throw new IllegalArgumentException("no line \"!gaf-version: 2.x\" stands before the annotations");
            }
            annotation(line.split("\t", -1));
        }
    }

    private void annotation(String[] columns) {
        if (columns.length < MIN_COLUMNS) {
            throw new IllegalArgumentException("%d columns, GAF 2 has 17".formatted(columns.length));
        }
        if (columns[ASPECT].equals("P")) {
            read++;
            lastDate = columns[DATE].compareTo(lastDate) > 0 ? columns[DATE] : lastDate;
            if (!Arrays.asList(columns[QUALIFIERS].split("\\|", -1)).contains("NOT")) {
                collector.add(columns[SYMBOL], withEvidence ? columns[EVIDENCE] : "", columns[TERM]);
            }
        }
    }

    /// The header's date, else that of the latest annotation.
    private String release() {
        if (!generated.isEmpty()) {
            return generated.substring(0, Math.min(10, generated.length()));
        }
        return lastDate.replaceFirst("^(\\d{4})(\\d{2})(\\d{2})$", "$1-$2-$3");
    }
}
