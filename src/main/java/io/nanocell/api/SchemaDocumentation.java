package io.nanocell.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.nanocell.api.crate.RoCrate;
import io.nanocell.pipeline.AblationRequest;
import io.nanocell.pipeline.AdequacyRow;
import io.nanocell.pipeline.EvaluationAnswer;
import io.nanocell.pipeline.EvaluationRequest;
import io.nanocell.pipeline.GeneFacts;
import io.nanocell.pipeline.LabelRow;
import io.nanocell.pipeline.LiftAnswer;
import io.nanocell.pipeline.MarkerAnnotationAnswer;
import io.nanocell.pipeline.MarkerAnnotationRequest;
import io.nanocell.pipeline.MarkerSetsAnswer;
import io.nanocell.pipeline.ReferenceStatus;
import io.nanocell.results.AblationView;
import io.nanocell.results.ClusterDetail;
import io.nanocell.results.ClusterView;
import io.nanocell.results.DatasetView;
import io.nanocell.results.JobView;
import io.nanocell.results.ReannotationView;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/// Says of every member of every record whether it may be `null`: what `@Nullable` says in the code. Adds the
/// schema of errors, which no signature shows.
final class SchemaDocumentation implements OpenApiCustomizer {

    private static final List<Class<? extends Record>> ROOTS = List.of(
            DatasetView.class,
            JobView.class,
            ClusterView.class,
            ClusterDetail.class,
            AdequacyRow.class,
            MarkerAnnotationRequest.class,
            MarkerAnnotationAnswer.class,
            EvaluationRequest.class,
            EvaluationAnswer.class,
            MarkerSetsAnswer.class,
            ReferenceStatus.class,
            LabelRow.class,
            GeneFacts.class,
            LiftAnswer.class,
            AblationView.class,
            ReannotationView.class,
            RoCrate.class,
            ServiceInfo.class);

    /// Bodies of requests: what they do not know is refused.
    private static final List<Class<? extends Record>> STRICT = List.of(
            JobRequest.class,
            ImportRequest.class,
            CurationRequest.class,
            ReannotationRequest.class,
            MarkerAnnotationRequest.class,
            AblationRequest.class,
            TruthRequest.class,
            EvaluationRequest.class);

    @Override
    @SuppressWarnings("rawtypes") // the library's own signature
    public void customise(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getRequestBody)
                .filter(Objects::nonNull)
                .forEach(body -> body.setContent(jsonFirst(body.getContent())));
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        ModelConverters.getInstance(true).readAll(ProblemSchema.class).forEach(schemas::putIfAbsent);
        Map<String, Class<?>> records = new HashMap<>();
        ROOTS.forEach(root -> collect(root, records));
        records.forEach((name, type) -> {
            if (schemas.get(name) != null) {
                mark(schemas.get(name), type);
            }
        });
        STRICT.forEach(root -> {
            Map<String, Class<?>> read = new HashMap<>();
            collect(root, read);
            read.keySet().stream()
                    .map(schemas::get)
                    .filter(Objects::nonNull)
                    .forEach(s -> s.setAdditionalProperties(false));
        });
        allowBareNames(Objects.requireNonNull(schemas.get("MarkerListRequest")));
    }

    /// A marker may be a bare gene name, see [MarkerGeneDeserializer].
    private static void allowBareNames(Schema<?> lists) {
        var markers = (Schema<?>) Objects.requireNonNull(lists.getProperties().get("markers"));
        Schema<?> name = new Schema<>().description("Gene name");
        name.addType("string");
        markers.setItems(new Schema<>().anyOf(List.of(name, markers.getItems())));
    }

    /// Swagger UI shows the first media type's example; where it is switched from a form to JSON it fills in the
    /// form's.
    private static Content jsonFirst(Content content) {
        var ordered = new Content();
        Stream.of(true, false)
                .forEach(json -> content.forEach((type, media) -> {
                    if (type.contains("json") == json) {
                        ordered.addMediaType(type, media);
                    }
                }));
        return ordered;
    }

    private static void collect(Type type, Map<String, Class<?>> records) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, records);
            }
        } else if (type instanceof Class<?> c && c.isRecord() && records.putIfAbsent(c.getSimpleName(), c) == null) {
            for (RecordComponent component : c.getRecordComponents()) {
                collect(component.getGenericType(), records);
            }
        }
    }

    private static String name(RecordComponent component) {
        var renamed = component.getAccessor().getAnnotation(JsonProperty.class); // "enum" is no name in Java
        return renamed == null ? component.getName() : renamed.value();
    }

    private static void mark(Schema<?> schema, Class<?> type) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = name(component);
            Schema<?> property = schema.getProperties().get(name);
            if (property == null) {
                throw new IllegalStateException("%s.%s is not in the documentation".formatted(type, name));
            }
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                schema.addRequiredItem(name);
            } else if (property.get$ref() != null) {
                schema.getProperties()
                        .put(name, new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of("null")))));
            } else {
                property.addType("null");
                if (property.getEnum() != null) {
                    property.addEnumItemObject(null);
                }
            }
        }
    }
}
