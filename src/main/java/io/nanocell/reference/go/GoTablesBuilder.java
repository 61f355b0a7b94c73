package io.nanocell.reference.go;

import io.nanocell.reference.GeneOntology;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.GoAnnotations;
import io.nanocell.reference.GoTerm;
import io.nanocell.reference.files.ReferenceFile;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// Makes the shipped tables from the official files: all live biological processes with what they replace, the ids of
/// the generic slim, and the direct annotations of every gene. Same files, same bytes.
///
/// Run by hand, never by the service; `reference-data/SOURCES-go.md` has the command.
public final class GoTablesBuilder {

    private static final String ATTRIBUTION = "# Gene Ontology Consortium, https://geneontology.org, CC-BY 4.0;"
            + " reshaped for NanoCell: biological processes only, see SOURCES-go.md";

    private GoTablesBuilder() {}

    /// @param arguments folder with `go-basic.obo`, `goslim_generic.obo` and `goa_human.gaf.gz`; folder to write to;
    /// then `--no-evidence` where the annotations' evidence codes are placeholders
    /// @throws io.nanocell.reference.UnreadableReferenceException if a file is missing or cannot be read
    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        if (given.size() < 2
                || given.size() > 3
                || (given.size() == 3 && !given.get(2).equals("--no-evidence"))) {
            throw new IllegalArgumentException("needed: <official folder> <target folder> [--no-evidence]");
        }
        build(Path.of(given.get(0)), Path.of(given.get(1)), given.size() == 2);
    }

    /// @param withEvidence whether the evidence codes are real ones
    static void build(Path official, Path target, boolean withEvidence) throws IOException {
        ReferenceFile oboFile = ReferenceFile.of(official.resolve(GoFiles.ONTOLOGY));
        OboFile obo = OboFile.read(oboFile);
        GeneOntology ontology = obo.ontology();
        write(target.resolve(GoTables.TERMS), obo.release(), oboFile, GoTables.TERM_COLUMNS, termRows(ontology));

        ReferenceFile slimFile = ReferenceFile.of(official.resolve(GoFiles.SLIM));
        OboFile slim = OboFile.read(slimFile);
        write(
                target.resolve(GoTables.SLIM),
                slim.release(),
                slimFile,
                GoTables.SLIM_COLUMNS,
                new TreeSet<>(slim.processIds()).stream().map(GoTables::number));

        ReferenceFile gaf = ReferenceFile.of(official.resolve(GoFiles.ANNOTATIONS));
        var asWritten = new GeneSymbols(Set.of(), Map.of()); // symbols resolve when the table is read
        Annotated annotated = GafFile.read(gaf, ontology, asWritten, withEvidence);
        write(
                target.resolve(GoTables.ANNOTATIONS),
                annotated.release(),
                gaf,
                GoTables.ANNOTATION_COLUMNS,
                annotationRows(ontology, annotated.annotations()));
    }

    private static Stream<String> termRows(GeneOntology ontology) {
        Map<String, Set<String>> replaced = new TreeMap<>();
        ontology.replacements()
                .forEach((former, live) ->
                        replaced.computeIfAbsent(live, _ -> new TreeSet<>()).add(former));
        return ontology.terms().stream().map(term -> termRow(term, replaced.getOrDefault(term.id(), Set.of())));
    }

    private static String termRow(GoTerm term, Set<String> replaced) {
        return String.join(
                "\t",
                GoTables.number(term.id()),
                term.name(),
                GoTables.numbers(term.isA()),
                GoTables.numbers(term.partOf()),
                GoTables.numbers(List.copyOf(replaced)));
    }

    private static Stream<String> annotationRows(GeneOntology ontology, GoAnnotations annotations) {
        Set<String> codes = annotations.evidenceCodes().isEmpty()
                ? Collections.singleton("")
                : new TreeSet<>(annotations.evidenceCodes());
        return annotations.genes().stream()
                .flatMap(gene -> codes.stream().flatMap(code -> annotationRow(ontology, annotations, gene, code)));
    }

    private static Stream<String> annotationRow(
            GeneOntology ontology, GoAnnotations annotations, String gene, String code) {
        int[] terms = annotations.direct(gene, code.isEmpty() ? Set.of() : Set.of(code));
        List<String> ids =
                Arrays.stream(terms).mapToObj(t -> ontology.terms().get(t).id()).toList();
        return ids.isEmpty() ? Stream.of() : Stream.of(String.join("\t", gene, code, GoTables.numbers(ids)));
    }

    private static void write(Path target, String release, ReferenceFile source, String columns, Stream<String> rows)
            throws IOException {
        try (Writer out = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(target), 1 << 16) {
                    {
                        def.setLevel(9);
                    }
                },
                StandardCharsets.UTF_8)) {
            out.write(ATTRIBUTION + "\n");
            out.write(GoTables.RELEASE + release + "\n");
            out.write("# from %s, sha256 %s\n".formatted(Path.of(source.name()).getFileName(), source.sha256()));
            out.write(columns + "\n");
            for (String row : (Iterable<String>) rows::iterator) {
                out.write(row + "\n");
            }
        }
    }
}
