package io.nanocell.api;

import io.nanocell.pipeline.MarkerGeneRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/// A marker is an object with statistics, or a bare gene name.
final class MarkerGeneDeserializer extends StdDeserializer<MarkerGeneRequest> {

    MarkerGeneDeserializer() {
        super(MarkerGeneRequest.class);
    }

    @Override
    public MarkerGeneRequest deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            return new MarkerGeneRequest(context.readValue(parser, String.class), null, null, null, null);
        }
        var marker = context.readValue(parser, WithStatistics.class);
        if (marker.gene() == null) {
            return context.reportInputMismatch(
                    MarkerGeneRequest.class, "a marker needs \"gene\", or is a gene name alone");
        }
        return new MarkerGeneRequest(
                marker.gene(), marker.log2FoldChange(), marker.pctIn(), marker.pctOut(), marker.pAdjusted());
    }

    record WithStatistics(
            @Nullable String gene,
            @Nullable Double log2FoldChange,
            @Nullable Double pctIn,
            @Nullable Double pctOut,
            @Nullable Double pAdjusted) {}
}
