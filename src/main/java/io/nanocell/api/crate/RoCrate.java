package io.nanocell.api.crate;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/// The metadata document of an [RO-Crate 1.1](https://w3id.org/ro/crate/1.1): flat JSON-LD.
///
/// @param context addresses of the vocabularies that the member names of the graph come from
/// @param graph entities, each with `@id` and `@type`; they refer to one another by `{"@id": …}` alone
public record RoCrate(
        @JsonProperty("@context") List<String> context,

        @JsonProperty("@graph") @ArraySchema(schema = @Schema(type = "object", description = "An entity"))
        List<Map<String, Object>> graph) {

    public RoCrate {
        context = List.copyOf(context);
        graph = List.copyOf(graph);
    }
}
