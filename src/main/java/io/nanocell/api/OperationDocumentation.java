package io.nanocell.api;

import io.nanocell.security.Problems;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/// Adds to each call what annotations would say again and again: its error answers, which follow from its signature and
/// [Refuses], and its examples, which are files `openapi/<operationId>.<request|response>.<suffix>`, the suffix that of
/// the media type.
final class OperationDocumentation implements GlobalOperationCustomizer {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        for (int status : errors(operation, method)) {
            operation.getResponses().addApiResponse(Integer.toString(status), problem(status));
        }
        ParameterDocumentation.describe(operation, method);
        String id = operation.getOperationId();
        if (operation.getRequestBody() != null) {
            operation.getRequestBody().setRequired(true);
            exemplify(operation.getRequestBody().getContent(), id + ".request");
        }
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                exemplify(response.getContent(), id + ".response");
            }
        });
        return operation;
    }

    private static Set<Integer> errors(Operation operation, HandlerMethod method) {
        Set<Integer> errors =
                new TreeSet<>(Set.of(400, 401, 403, 406, 422, 500, 503)); // 422: an unknown parameter, if nothing else
        if (!method.hasMethodAnnotation(GetMapping.class)) {
            errors.add(507);
        }
        if (operation.getRequestBody() != null) {
            errors.addAll(Set.of(413, 415));
        }
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> "path".equals(parameter.getIn()))) {
            errors.add(404);
        }
        var refuses = method.getMethodAnnotation(Refuses.class);
        if (refuses != null) {
            Arrays.stream(refuses.value()).forEach(errors::add);
        }
        return errors;
    }

    private static ApiResponse problem(int code) {
        var status = HttpStatus.valueOf(code);
        String slug = code == 409 ? "conflict" : Problems.slugOf(status);
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "/problems/" + slug);
        example.put("title", Problems.of(status).getTitle());
        example.put("status", code);
        example.put("detail", meaning(code));
        example.put("instance", "/api/v1/…");
        example.put("violations", new Object[0]);
        return new ApiResponse()
                .description(meaning(code))
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType()
                                        .schema(new Schema<>().$ref("#/components/schemas/ProblemDetail"))
                                        .example(example)));
    }

    private static String meaning(int code) {
        return switch (code) {
            case 400 -> "Path, headers or body cannot be read: a malformed id, broken JSON, a multipart body cut off";
            case 401 -> "A key is set, and this call came without it";
            case 403 -> "Without a key: another Host than this machine's, or a write from a page of another origin";
            case 404 -> "There is no such thing";
            case 406 -> "Only the media types of the 200 answer are served";
            case 409 -> "The state does not allow it: `conflict`, or `not-finished` with `jobState`";
            case 413 -> "Too large";
            case 415 -> "Only the media types of the request body are read";
            case 422 -> "A parameter, a field or a file does not hold; `violations` names each";
            case 429 -> "Too many at once; `Retry-After` says when to try again";
            case 503 -> "The database does not answer; `Retry-After` says when to try again";
            case 507 -> "The disk has no room for it";
            default -> "A defect of the service; its log has the cause under `errorId`";
        };
    }

    private static void exemplify(@Nullable Content content, String name) {
        if (content == null) {
            return;
        }
        content.forEach((type, media) -> {
            String suffix = switch (type) {
                case "text/csv" -> ".csv";
                case "image/svg+xml" -> ".svg";
                case CellsNdjson.MEDIA_TYPE -> ".ndjson";
                case CellsGeoJson.MEDIA_TYPE -> ".geojson";
                case "text/html" -> ".html";
                default -> type.contains("json") || type.equals("*/*") ? ".json" : ".txt";
            };
            var file = new ClassPathResource("openapi/" + name + suffix);
            if (file.exists()) {
                media.setExample(suffix.equals(".json") ? JSON.readValue(text(file), Object.class) : text(file));
            }
        });
    }

    private static String text(ClassPathResource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
