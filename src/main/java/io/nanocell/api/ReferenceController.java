package io.nanocell.api;

import io.nanocell.pipeline.GeneFacts;
import io.nanocell.pipeline.LabelRow;
import io.nanocell.pipeline.ReferenceLookup;
import io.nanocell.pipeline.ReferenceStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The reference data in use: sources, admissible labels, what is known of a gene.
@Tag(name = "Reference")
@RestController
@RequestMapping(path = "/api/v1/reference", produces = MediaType.APPLICATION_JSON_VALUE)
class ReferenceController {

    private final ReferenceLookup reference;

    ReferenceController(ReferenceLookup reference) {
        this.reference = reference;
    }

    @Operation(
            operationId = "getReference",
            summary = "The sources in use",
            description = "Each with release, SHA-256, entries and licence, and what to know of them.")
    @GetMapping
    ReferenceStatus status() {
        return reference.status();
    }

    @Operation(
            operationId = "listLabels",
            summary = "The label space",
            description =
                    "Every label an answer can have, with its Cell Ontology id; all, or those of a tissue and species.")
    @GetMapping("/labels")
    ListView<LabelRow> labels(
            @RequestParam(required = false) @Nullable String tissue,
            @RequestParam(required = false) @Nullable String species) {
        return new ListView<>(reference.labels(tissue, species));
    }

    @Operation(
            operationId = "getGene",
            summary = "What is known of a gene",
            description =
                    "Its approved symbol and aliases, the types it marks according to which source, its GO terms. Of a"
                            + " mouse gene, those of its human orthologs.")
    @GetMapping("/genes/{symbol}")
    GeneFacts gene(@PathVariable String symbol, @RequestParam(required = false) @Nullable String species) {
        return reference.gene(symbol, species);
    }
}
