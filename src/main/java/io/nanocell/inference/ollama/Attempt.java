package io.nanocell.inference.ollama;

import io.nanocell.inference.LabelSchema;
import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelIdentity;
import io.nanocell.inference.ModelRecord;
import io.nanocell.inference.Prompt;
import io.nanocell.inference.TokenEstimate;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.ai.ollama.api.OllamaApi.ChatResponse;
import org.springframework.web.client.RestClientException;

/// One call and what came of it.
///
/// @param reply null where none came
/// @param content the model's text; null where none came
/// @param label that holds; null where none does
/// @param failure why there is no label; null where there is one
record Attempt(
        @Nullable ChatResponse reply,
        @Nullable String content,
        @Nullable String label,
        @Nullable Failure failure,
        long millis) {

    static Attempt of(OllamaChat chat, Prompt prompt, LabelSchema schema, ChatOptions options) {
        long start = System.nanoTime();
        try {
            ChatResponse reply = chat.ask(prompt, schema, options.sent());
            return read(reply, prompt, schema, options, since(start));
        } catch (Refusal refusal) {
            return new Attempt(null, null, null, Failure.of(refusal), since(start));
        } catch (RestClientException failure) {
            return new Attempt(null, null, null, Failure.of(failure), since(start));
        }
    }

    private static long since(long start) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    private static Attempt read(
            ChatResponse reply, Prompt prompt, LabelSchema schema, ChatOptions options, long millis) {
        String content = reply.message() == null ? null : reply.message().content();
        Failure failure =
                content == null ? Failure.notOllama("the reply has no message") : flaw(reply, prompt, options);
        if (failure != null || content == null) {
            return new Attempt(reply, content, null, failure, millis);
        }
        return switch (schema.read(content)) {
            case LabelSchema.Reading.Label(String label) -> new Attempt(reply, content, label, null, millis);
            case LabelSchema.Reading.Problem(String why) ->
                new Attempt(reply, content, null, Failure.unusable(why), millis);
        };
    }

    /// What is wrong with a reply before its text is read.
    private static @Nullable Failure flaw(ChatResponse reply, Prompt prompt, ChatOptions options) {
        if (reply.done() == null) { // Ollama never leaves it out
            return Failure.notOllama("the reply is not Ollama's");
        }
        int numCtx = options.parameters().numCtx();
        Integer read = reply.promptEvalCount();
        if ("length".equals(reply.doneReason())) {
            return taken(reply) > numCtx
                    ? Failure.contextFull(numCtx, read)
                    : Failure.unusable("the answer was cut at num_predict");
        }
        if (!reply.done()) { // Ollama gives up after 30 equal tokens in a row
            return Failure.unusable("the server gave the answer up before its end");
        }
        if (!"stop".equals(reply.doneReason())) {
            return Failure.unusable("the answer did not end by itself: done_reason " + reply.doneReason());
        }
        if (read != null && (read >= numCtx || read < TokenEstimate.least(prompt))) {
            return Failure.promptCut(read);
        }
        return taken(reply) > numCtx + 1 ? Failure.contextFull(numCtx, read) : null; // the last token needs no room
    }

    /// @return tokens of prompt and answer; 0 where the server does not count
    private static int taken(ChatResponse reply) {
        Integer read = reply.promptEvalCount();
        Integer said = reply.evalCount();
        return read == null || said == null ? 0 : read + said;
    }

    boolean answered() {
        return reply != null;
    }

    boolean worthAnother() {
        return failure != null && failure.passing();
    }

    /// @return whether the model itself has answered, with what does not hold
    boolean isFlawed() {
        return failure != null && failure.answered() && !failure.serverAtFault();
    }

    boolean wasCut() {
        return reply != null && "length".equals(reply.doneReason());
    }

    boolean isOffList() {
        return failure != null && failure.reason().equals(LabelSchema.OFF_LIST);
    }

    /// @param offList how many of the tries named a label off the list
    ModelAnswer answer(ModelIdentity model, Prompt prompt, ChatOptions options, int tries, int offList) {
        ModelRecord record = new ModelRecord(
                model,
                prompt.text(),
                content,
                options.all(),
                tries,
                millis,
                reply == null ? null : reply.promptEvalCount(),
                reply == null ? null : reply.evalCount(),
                offList,
                null);
        if (failure != null) {
            return failure.answer(record);
        }
        return label == null || label.equals(LabelSchema.UNRESOLVED)
                ? new ModelAnswer.Abstained(record)
                : new ModelAnswer.Chose(label, record);
    }
}
