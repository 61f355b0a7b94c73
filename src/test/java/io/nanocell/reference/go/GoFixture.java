package io.nanocell.reference.go;

import io.nanocell.reference.GeneSymbols;
import io.nanocell.reference.files.ReferenceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/// A small Gene Ontology in the shape of the official files.
final class GoFixture {

    static final String OBO = """
            format-version: 1.2
            data-version: releases/2024-06-17
            ontology: go

            [Term]
            id: GO:0008150
            name: biological_process
            namespace: biological_process
            alt_id: GO:0000004
            def: "Any process: an example." [GOC:x]

            [Term]
            id: GO:0002376
            name: immune system process
            namespace: biological_process
            is_a: GO:0008150 ! biological_process

            [Term]
            id: GO:0006955
            name: immune response
            namespace: biological_process
            is_a: GO:0008150 {source="x"} ! biological_process
            relationship: part_of GO:0002376 ! immune system process
            relationship: part_of GO:0005575 ! cellular_component
            relationship: regulates GO:0007049 ! cell cycle

            [Term]
            id: GO:0007049
            name: cell cycle
            namespace: biological_process
            is_a: GO:0008150

            [Term]
            id: GO:0005575
            name: cellular_component
            namespace: cellular_component

            [Term]
            id: GO:0000001
            name: obsolete first
            namespace: biological_process
            is_obsolete: true
            replaced_by: GO:0000002

            [Term]
            id: GO:0000002
            name: obsolete second
            namespace: biological_process
            is_obsolete: true
            replaced_by: GO:0007049

            [Term]
            id: GO:0000003
            name: obsolete for good
            namespace: biological_process
            is_obsolete: true
            consider: GO:0007049

            [Typedef]
            id: part_of
            name: part of
            """;

    static final String SLIM = """
            format-version: 1.2
            data-version: go/2024-06-17/subsets/goslim_generic.owl

            [Term]
            id: GO:0002376
            name: immune system process
            namespace: biological_process
            subset: goslim_generic

            [Term]
            id: GO:0005575
            name: cellular_component
            namespace: cellular_component
            """;

    static final GeneSymbols SYMBOLS = new GeneSymbols(Set.of("ARSL", "CD4", "MKI67"), Map.of("ARSE", "ARSL"));

    private GoFixture() {}

    static String gaf() {
        return "!gaf-version: 2.2\n!date-generated: 2024-06-10T21:17\n"
                + row("CD4", "involved_in", "GO:0006955", "IDA", "P")
                + row("CD4", "acts_upstream_of", "GO:0006955", "IEA", "P")
                + row("CD4", "NOT|involved_in", "GO:0007049", "IMP", "P")
                + row("CD4", "located_in", "GO:0005575", "IDA", "C")
                + row("MKI67", "involved_in", "GO:0000001", "IEA", "P")
                + row("ARSE", "involved_in", "GO:0000004", "IBA", "P");
    }

    static String row(String symbol, String qualifier, String term, String evidence, String aspect) {
        return String.join(
                        "\t",
                        "UniProtKB",
                        "P0",
                        symbol,
                        qualifier,
                        term,
                        "PMID:1",
                        evidence,
                        "",
                        aspect,
                        "name",
                        "other",
                        "protein",
                        "taxon:9606",
                        "20240501",
                        "UniProt",
                        "",
                        "")
                + "\n";
    }

    static ReferenceFile file(String name, String text) {
        return new ReferenceFile(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] gzip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
