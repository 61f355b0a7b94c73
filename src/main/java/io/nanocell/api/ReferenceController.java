package io.nanocell.api;

import io.nanocell.pipeline.GeneFacts;
import io.nanocell.pipeline.LabelRow;
import io.nanocell.pipeline.ReferenceLookup;
import io.nanocell.pipeline.ReferenceStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The reference data in use: sources, admissible labels, what is known of a gene.
@RestController
@RequestMapping("/api/v1/reference")
class ReferenceController {

    private final ReferenceLookup reference;

    ReferenceController(ReferenceLookup reference) {
        this.reference = reference;
    }

    @GetMapping
    ReferenceStatus status() {
        return reference.status();
    }

    @GetMapping("/labels")
    ListView<LabelRow> labels(
            @RequestParam(required = false) @Nullable String tissue,
            @RequestParam(required = false) @Nullable String species) {
        return new ListView<>(reference.labels(tissue, species));
    }

    @GetMapping("/genes/{symbol}")
    GeneFacts gene(@PathVariable String symbol) {
        return reference.gene(symbol);
    }
}
