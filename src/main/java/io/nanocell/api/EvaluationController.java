package io.nanocell.api;

import io.nanocell.pipeline.EvaluationAnswer;
import io.nanocell.pipeline.EvaluationFigure;
import io.nanocell.pipeline.EvaluationRequest;
import io.nanocell.pipeline.Evaluations;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Scores labels against experts. Nothing is stored.
@Tag(name = "Evaluation")
@RestController
@RequestMapping("/api/v1/evaluations")
class EvaluationController {

    static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

    /// A million cells with their Cell Ontology ids.
    private static final int MOST_MEGABYTES = 96;

    private final Evaluations evaluations;

    EvaluationController(Evaluations evaluations) {
        this.evaluations = evaluations;
    }

    @Operation(operationId = "evaluate", summary = "Score labels against experts", description = """
                    The labels of a finished job (`jobId`) or any others (`predictions`) against what experts say (`truth`). With a \
                    job and `unit` CLUSTER a truth's id is a cluster's number, else its name; with CELL it is a cell id, \
                    and what is scored is the cell's own type or, where none is clear, its cluster's label (`cellLabels`: \
                    CLUSTER scores the latter alone). \
                    A score is 1 for the expert's Cell Ontology term, ½ where one is the other's ancestor and that \
                    ancestor covers at most 10 % of the ontology, else 0; right is ½ or more. A truth without a \
                    prediction counts as not called; predictions without a truth are left out. Intervals and perfect \
                    predictors are drawn from fixed seeds. Cells of one cluster share its label, so that for CELL the \
                    intervals are too narrow. With `figure` (and no other difference) the answer is that figure as \
                    SVG. At most a million rows.""")
    @Refuses({404, 406, 409, 429})
    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    EvaluationAnswer evaluate(@RequestBody @LargeBody(MOST_MEGABYTES) EvaluationRequest request) {
        return evaluations.evaluate(request);
    }

    @Operation(
            operationId = "evaluate",
            summary = "Score labels against experts",
            description = "As without `figure`, drawn: `reliability` or `risk-coverage`.")
    @ApiResponse(
            responseCode = "200",
            description = "The figure",
            content = @Content(mediaType = "image/svg+xml", schema = @Schema(type = "string")))
    @Refuses({404, 406, 409, 429})
    @PostMapping(params = "figure", produces = "image/svg+xml")
    ResponseEntity<byte[]> figure(
            @RequestBody @LargeBody(MOST_MEGABYTES) EvaluationRequest request, @RequestParam String figure) {
        EvaluationFigure drawn = EvaluationFigure.byTitle(figure)
                .orElseThrow(() -> Rejections.invalid(
                        "figure",
                        figure,
                        "Allowed: "
                                + Arrays.stream(EvaluationFigure.values())
                                        .map(EvaluationFigure::title)
                                        .collect(Collectors.joining(", "))));
        return svg(evaluations.figure(request, drawn));
    }

    static ResponseEntity<byte[]> svg(String document) {
        return ResponseEntity.ok()
                .contentType(SVG)
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:")
                .body(document.getBytes(StandardCharsets.UTF_8));
    }
}
