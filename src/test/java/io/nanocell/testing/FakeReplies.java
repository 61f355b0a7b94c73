package io.nanocell.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The replies of a [FakeOllama], in the shapes and with the statuses of Ollama 0.24.
final class FakeReplies {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final String JSON_TYPE = "application/json; charset=utf-8";
    private static final int BYTES_PER_TOKEN = 3;
    private static final String DIGEST = "6ac20e3c29fdb749be00439c6ca038db82fae7ed65397c766a5fec994a07bb0a";
    private static final Map<String, String> OPTIONS =
            Map.of("temperature", "float32", "seed", "integer", "num_ctx", "integer", "num_predict", "integer");
    private static final Map<String, Object> DETAILS = Map.of(
            "parent_model",
            "",
            "format",
            "gguf",
            "family",
            "qwen2",
            "families",
            List.of("qwen2"),
            "parameter_size",
            "1.5B",
            "quantization_level",
            "Q4_K_M");

    record Reply(int status, String contentType, String body) {

        static Reply json(int status, Object body) {
            return new Reply(status, JSON_TYPE, JSON.writeValueAsString(body));
        }

        static Reply error(int status, String message) {
            return json(status, Map.of("error", message));
        }

        void send(HttpExchange exchange) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", contentType);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /// @return null where it is no JSON object
    static @Nullable JsonNode parse(byte[] body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node.isObject() ? node : null;
        } catch (JacksonException notJson) {
            return null;
        }
    }

    Reply other(String route, byte[] body) {
        return switch (route) {
            case "GET /" -> new Reply(200, "text/plain; charset=utf-8", "Ollama is running");
            case "GET /api/version" -> Reply.json(200, Map.of("version", "0.24.0"));
            case "GET /api/tags" -> Reply.json(200, Map.of("models", List.of(model())));
            case "GET /api/ps" -> Reply.json(200, Map.of("models", List.of()));
            case "POST /api/show" -> show(parse(body));
            default -> new Reply(404, "text/plain", "404 page not found");
        };
    }

    private static Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("name", FakeOllama.MODEL);
        model.put("model", FakeOllama.MODEL);
        model.put("modified_at", "2026-11-22T15:32:13.188781116Z");
        model.put("size", 986_061_892);
        model.put("digest", DIGEST);
        model.put("details", DETAILS);
        return model;
    }

    private static Reply show(@Nullable JsonNode request) {
        String name = request == null ? "" : request.path("model").asString("");
        return name.equals(FakeOllama.MODEL)
                ? Reply.json(200, Map.of("details", DETAILS, "model_info", Map.of("qwen2.context_length", 32768)))
                : Reply.error(404, "model '" + name + "' not found");
    }

    /// @param body that [#parse] could not read
    static Reply unreadable(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        if (text.isEmpty()) {
            return Reply.error(400, "missing request body");
        }
        if (text.equals("null")) {
            return Reply.error(400, "model is required");
        }
        return Reply.error(
                400,
                text.startsWith("[")
                        ? "json: cannot unmarshal array into Go value of type api.ChatRequest"
                        : "unexpected EOF");
    }

    Reply chat(JsonNode request, Choice choice, Fault fault) {
        String name = request.path("model").asString("");
        if (name.isEmpty()) {
            return Reply.error(400, "model is required");
        }
        if (name.endsWith(":cloud") || name.endsWith("-cloud")) {
            return Reply.error(403, "ollama cloud is disabled: remote model is unavailable");
        }
        if (!name.matches("(https?://)?([^/ ]+/){0,2}[^/ ]+")) {
            return Reply.error(400, "invalid model name");
        }
        if (!isModel(name) || fault == Fault.MODEL_MISSING) {
            return Reply.error(404, "model '" + name + "' not found");
        }
        Reply refusal = refusal(request, fault);
        return refusal != null ? refusal : answer(request, choice, fault);
    }

    /// Case does not count, and what a name leaves out is filled in.
    private static boolean isModel(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst(":local$", "");
        return List.of("", "library/", "registry.ollama.ai/library/").stream()
                .anyMatch(before -> plain.equals(before + FakeOllama.MODEL));
    }

    private static @Nullable Reply refusal(JsonNode request, Fault fault) {
        JsonNode format = request.path("format");
        if (fault == Fault.BAD_SCHEMA
                || (format.isObject() && !"object".equals(format.path("type").asString("")))) {
            return Reply.error(500, "invalid JSON schema in format");
        }
        if (format.isString() && !format.stringValue().equals("json")) {
            return Reply.error(
                    500,
                    "invalid format: " + JSON.writeValueAsString(format.toString())
                            + "; expected \"json\" or a valid JSON Schema object");
        }
        for (var option : OPTIONS.entrySet()) {
            JsonNode value = request.path("options").path(option.getKey());
            if (!value.isMissingNode() && !value.isNumber()) {
                return Reply.error(500, "option \"" + option.getKey() + "\" must be of type " + option.getValue());
            }
        }
        boolean truncates = request.path("truncate").asBoolean(true);
        if (fault == Fault.PROMPT_TOO_LONG || (!truncates && tokens(prompt(request)) > numCtx(request))) {
            return Reply.error(400, "the input length exceeds the context length");
        }
        return switch (fault) {
            case RUNNER_DIED ->
                Reply.error(
                        500,
                        "model runner has unexpectedly stopped, this may be due to resource limitations or an internal"
                                + " error, check ollama server logs for details");
            case BUSY -> Reply.error(503, "server busy, please try again.  maximum pending requests exceeded");
            case HTML -> new Reply(200, "text/html", "<html><body>It works!</body></html>");
            case BROKEN_JSON -> new Reply(200, JSON_TYPE, "{\"model\":\"qwen2.5:1.5b\",\"message\":{\"role\":\"assis");
            case OTHER_SERVICE -> Reply.json(200, Map.of("status", "ok", "message", Map.of("content", "hello")));
            case NULL_BODY -> new Reply(200, JSON_TYPE, "null");
            case EMPTY_BODY -> new Reply(200, JSON_TYPE, "");
            default -> null;
        };
    }

    private static Reply answer(JsonNode request, Choice choice, Fault fault) {
        String model = request.path("model").asString("");
        if (request.path("messages").isEmpty()) {
            return Reply.json(200, reply(model, "", "load", null));
        }
        String prompt = prompt(request);
        String content = switch (fault) {
            case EMPTY_CONTENT -> "";
            case PROSE -> "I think these are hepatocytes.";
            case OFF_LIST -> content("a cell of no list");
            case TRAILING_TEXT -> content(choice.label(labels(request), prompt)) + " Note: {}";
            default -> chosen(request, choice, prompt);
        };
        int room = request.path("options").path("num_predict").asInt(Integer.MAX_VALUE);
        int read = fault == Fault.PROMPT_CUT ? 27 : Math.min(tokens(prompt), numCtx(request));
        if (fault != Fault.SHIFTS && !request.path("shift").asBoolean(true)) {
            room = Math.min(room, numCtx(request) - read + 1); // the last token of an answer needs no room
        }
        int said = Math.min(tokens(content), room);
        boolean cut = fault == Fault.CUT || fault == Fault.GIVES_UP || tokens(content) > room;
        content = cut ? content.substring(0, Math.min(5, content.length())) : content;
        if (fault == Fault.GIVES_UP) {
            return Reply.json(200, givenUp(model, content));
        }
        Map<String, Object> reply = reply(
                model, fault == Fault.NO_MESSAGE ? null : content, cut ? "length" : "stop", new Counts(read, said));
        return request.path("stream").asBoolean(true) ? streamed(reply, content) : Reply.json(200, reply);
    }

    /// @return what the grammar of the request's schema makes of a choice
    private static String chosen(JsonNode request, Choice choice, String prompt) {
        JsonNode label = request.path("format").path("properties").path("label");
        return label.has("enum") && label.path("enum").isEmpty()
                ? "{ \"label\"\n\n\t:}" // what an empty enum makes of it
                : content(choice.label(labels(request), prompt));
    }

    /// Two lines instead of one per token.
    private static Reply streamed(Map<String, Object> last, String content) {
        Map<String, Object> first = new LinkedHashMap<>(last);
        first.keySet().retainAll(List.of("model", "created_at"));
        first.put("message", Map.of("role", "assistant", "content", content));
        first.put("done", false);
        last.put("message", Map.of("role", "assistant", "content", ""));
        return new Reply(
                200,
                "application/x-ndjson",
                JSON.writeValueAsString(first) + "\n" + JSON.writeValueAsString(last) + "\n");
    }

    private static Map<String, Object> givenUp(String model, String content) {
        Map<String, Object> reply = reply(model, content, "", null);
        reply.remove("done_reason");
        reply.put("done", false);
        return reply;
    }

    /// Tokens of a prompt and of its answer.
    private record Counts(int read, int said) {}

    private static Map<String, Object> reply(
            String model, @Nullable String content, String doneReason, @Nullable Counts counts) {
        Map<String, Object> reply = new LinkedHashMap<>();
        reply.put("model", model);
        reply.put("created_at", "2026-11-22T15:32:57.778648511Z");
        if (content != null) {
            reply.put("message", Map.of("role", "assistant", "content", content));
        }
        reply.put("done", true);
        reply.put("done_reason", doneReason);
        if (counts == null) {
            return reply;
        }
        reply.put("total_duration", 548_510_089L);
        reply.put("load_duration", 296_979_094L);
        reply.put("prompt_eval_count", counts.read());
        reply.put("prompt_eval_duration", 2_648_468L);
        reply.put("eval_count", counts.said());
        reply.put("eval_duration", 224_645_170L);
        return reply;
    }

    /// With the free whitespace that a grammar allows.
    private static String content(String label) {
        return "{ \"label\"\n\n\t: " + JSON.writeValueAsString(label) + "}";
    }

    private static String prompt(JsonNode request) {
        List<String> texts = new ArrayList<>();
        request.path("messages")
                .forEach(message -> texts.add(message.path("content").asString("")));
        return String.join("\n", texts);
    }

    private static List<String> labels(JsonNode request) {
        List<String> labels = new ArrayList<>();
        request.path("format")
                .path("properties")
                .path("label")
                .path("enum")
                .forEach(label -> labels.add(label.asString()));
        return labels;
    }

    private static int numCtx(JsonNode request) {
        return request.path("options").path("num_ctx").asInt(4096);
    }

    private static int tokens(String text) {
        return 20 + text.getBytes(StandardCharsets.UTF_8).length / BYTES_PER_TOKEN;
    }
}
