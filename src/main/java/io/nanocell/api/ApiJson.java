package io.nanocell.api;

import static tools.jackson.databind.cfg.CoercionAction.Fail;

import com.fasterxml.jackson.annotation.Nulls;
import io.nanocell.pipeline.EvaluationTruth;
import io.nanocell.pipeline.MarkerGeneRequest;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/// How this interface reads and writes JSON. Strict on the way in: an unknown or repeated field, a number for a string,
/// 1.5 for a whole number are errors, not guesses. It is a mapper of its own because the application's default also
/// reads the answers of other servers, where unknown fields are no error.
@Component
class ApiJson {

    /// Our deepest document has 6 levels.
    private static final int MAX_DEPTH = 40;

    private final JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(100)
                            .maxStringLength(100_000)
                            .maxNameLength(1_000)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, Fail)
                            .setCoercion(CoercionInputShape.Float, Fail)
                            .setCoercion(CoercionInputShape.Boolean, Fail))
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL)) // no list of ours has gaps
            .addModule(new SimpleModule("nanocell")
                    .addDeserializer(String.class, new StorableText())
                    .addDeserializer(MarkerGeneRequest.class, new MarkerGeneDeserializer())
                    .addDeserializer(EvaluationTruth.class, new EvaluationTruthDeserializer())
                    .addSerializer(Double.class, new FiniteNumber())
                    .addSerializer(Double.TYPE, new FiniteNumber()))
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    JsonMapper mapper() {
        return mapper;
    }
}
