package io.nanocell.api;

import io.nanocell.pipeline.LiftAnswer;
import io.nanocell.pipeline.LiftLedger;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The lift ledger of a finished job.
@Tag(name = "Inference audit")
@RestController
@RequestMapping("/api/v1/annotation-jobs/{id}/lift")
class LiftController {

    private final LiftLedger ledger;

    LiftController(LiftLedger ledger) {
        this.ledger = ledger;
    }

    @Operation(
            operationId = "getLift",
            summary = "Where the model left the evidence",
            description =
                    "For every assessed cluster: the best-supported candidate, the model's choice, what the evidence says "
                            + "of both, and what became of the choice. Curations are left out. Also as a table "
                            + "(`Accept: text/tab-separated-values`).")
    @Refuses({406, 409})
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    LiftAnswer show(@PathVariable UUID id) {
        return ledger.of(id, null);
    }

    @Operation(operationId = "getLift")
    @GetMapping(produces = Tsv.MEDIA_TYPE)
    String table(@PathVariable UUID id) {
        return LiftTable.of(ledger.of(id, null));
    }

    @Operation(
            operationId = "scoreLift",
            summary = "Whether leaving the evidence helped",
            description =
                    "The same ledger beside experts' labels: each cluster's effect (HELPED, HARMED, SPARED, LOST, NONE), "
                            + "and McNemar's exact test over the job, of the labels and of the model's bare choices. Nothing "
                            + "is stored.")
    @Refuses({406, 409})
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    LiftAnswer score(@PathVariable UUID id, @RequestBody TruthRequest request) {
        return scored(id, request);
    }

    @Operation(operationId = "scoreLift")
    @PostMapping(produces = Tsv.MEDIA_TYPE)
    String scoreTable(@PathVariable UUID id, @RequestBody TruthRequest request) {
        return LiftTable.of(scored(id, request));
    }

    private LiftAnswer scored(UUID id, TruthRequest request) {
        if (request.truth() == null) {
            throw Rejections.invalid("truth", null, "Give what experts say: [{id, cellOntologyIds}]");
        }
        return ledger.of(id, request.truth());
    }
}
