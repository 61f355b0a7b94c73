package io.nanocell.api;

import io.nanocell.pipeline.MarkerSets;
import io.nanocell.pipeline.MarkerSetsAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Marker sets of one's own, from the files in which they are kept.
@Tag(name = "Reference")
@RestController
class MarkerSetController {

    private static final String TABS = "text/tab-separated-values";
    private static final MediaType CSV = new MediaType("text", "csv");

    private final MarkerSets markerSets;

    MarkerSetController(MarkerSets markerSets) {
        this.markerSets = markerSets;
    }

    @Operation(
            operationId = "readMarkerSets",
            summary = "Turn a file of marker sets into parameters",
            description = """
                    CSV (`text/csv`: a header `label,gene[,cellOntologyId]`, one gene in a line) or GMT (`text/plain` or \
                    `text/tab-separated-values`: name, description, genes; a Cell Ontology id in the description is \
                    the set's). The answer's `markerSets` go into `parameters.labelSpace.markerSets` as they are, genes by their \
                    approved symbols. Nothing is stored.""")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                @Content(mediaType = MediaType.TEXT_PLAIN_VALUE, schema = @Schema(type = "string")),
                @Content(mediaType = TABS, schema = @Schema(type = "string"))
            })
    @PostMapping(
            path = "/api/v1/reference/marker-sets",
            consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, TABS},
            produces = MediaType.APPLICATION_JSON_VALUE)
    MarkerSetsAnswer read(
            @RequestBody(required = false) byte @Nullable [] content,
            @RequestParam(required = false) @Nullable String species,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type) {
        return markerSets.read(
                content == null ? new byte[0] : content,
                CSV.includes(type) ? MarkerSets.Format.CSV : MarkerSets.Format.GMT,
                null,
                species);
    }
}
