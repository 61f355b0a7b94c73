package io.nanocell.reference.go;

import io.nanocell.reference.GeneOntology;
import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.GoReference;
import io.nanocell.reference.GoSlim;
import io.nanocell.reference.ReferenceRelease;
import io.nanocell.reference.files.ReferenceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The three sources of the Gene Ontology, each from its official file where there is one, else as shipped.
///
/// @param official folder of official files; null: none
public record GoFiles(@Nullable Path official) {

    static final String ONTOLOGY = "go-basic.obo";
    static final String SLIM = "goslim_generic.obo";
    static final String ANNOTATIONS = "goa_human.gaf.gz";
    private static final String LICENCE = "CC-BY 4.0";

    /// @param symbols asked for when the annotations are read: the ontology needs none
    /// @throws io.nanocell.reference.UnreadableReferenceException naming the file that cannot be read
    public GoReference read(Supplier<GeneSymbols> symbols) {
        Optional<ReferenceFile> obo = find(ONTOLOGY);
        ReferenceFile termsFile = obo.orElseGet(() -> ReferenceFile.shipped(GoTables.TERMS));
        GoTables.Terms terms = obo.map(GoFiles::official).orElseGet(() -> GoTables.terms(termsFile));
        GeneOntology ontology = terms.ontology();

        Optional<ReferenceFile> slimObo = find(SLIM);
        ReferenceFile slimFile = slimObo.orElseGet(() -> ReferenceFile.shipped(GoTables.SLIM));
        GoTables.Slim slimIds = slimObo.map(GoFiles::officialSlim).orElseGet(() -> GoTables.slim(slimFile));
        var slim = new GoSlim(ontology, slimIds.ids());

        Optional<ReferenceFile> gaf = find(ANNOTATIONS);
        ReferenceFile annotationsFile = gaf.orElseGet(() -> ReferenceFile.shipped(GoTables.ANNOTATIONS));
        Annotated annotated = gaf.map(file -> GafFile.read(file, ontology, symbols.get(), true))
                .orElseGet(() -> GoTables.annotations(annotationsFile, ontology, symbols.get()));

        return new GoReference(
                ontology,
                annotated.annotations(),
                slim,
                List.of(
                        release("Gene Ontology", terms.release(), termsFile, ontology.size()),
                        release("GO slim generic", slimIds.release(), slimFile, slim.size()),
                        release(
                                "GO annotations, human (GOA)",
                                annotated.release(),
                                annotationsFile,
                                annotated.annotations().size())));
    }

    private Optional<ReferenceFile> find(String name) {
        return Optional.ofNullable(official)
                .map(folder -> folder.resolve(name))
                .filter(Files::exists)
                .map(ReferenceFile::of);
    }

    private static GoTables.Terms official(ReferenceFile file) {
        OboFile obo = OboFile.read(file);
        return new GoTables.Terms(obo.ontology(), obo.release());
    }

    private static GoTables.Slim officialSlim(ReferenceFile file) {
        OboFile obo = OboFile.read(file);
        return new GoTables.Slim(obo.processIds(), obo.release());
    }

    private static ReferenceRelease release(String name, String release, ReferenceFile file, int entries) {
        return new ReferenceRelease(name, release, file.sha256(), entries, LICENCE);
    }
}
