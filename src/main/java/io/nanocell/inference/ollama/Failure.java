package io.nanocell.inference.ollama;

import io.nanocell.inference.ModelAnswer;
import io.nanocell.inference.ModelRecord;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClientException;

/// Why a call gave no label. Reasons name no address, so that they are the same on every machine.
///
/// @param answered whether a whole reply came, though nothing that holds
/// @param passing whether another try may fare better
/// @param serverAtFault whether the next cluster is likely to fare no better
record Failure(String reason, boolean answered, boolean passing, boolean serverAtFault) {

    /// What Ollama says with a 500 when the request is to blame: another try gives the same.
    private static final Pattern CALLERS_FAULT = Pattern.compile("schema|invalid format|option ");

    /// What answers is no Ollama: a proxy, say, with a page of its own, which it will show to the next question
    /// too.
    static Failure notOllama(String reason) {
        return new Failure(reason, true, true, true);
    }

    /// The reply is Ollama's, and what the model wrote does not hold.
    static Failure unusable(String reason) {
        return new Failure(reason, true, true, false);
    }

    static Failure promptCut(int read) {
        return new Failure("the server cut the prompt: it read " + read + " tokens", true, false, false);
    }

    static Failure contextFull(int numCtx, @Nullable Integer read) {
        return new Failure(
                "prompt and answer do not fit num_ctx " + numCtx + ": the prompt alone has " + read + " tokens",
                true,
                false,
                false);
    }

    static Failure of(Refusal refusal) {
        int status = refusal.status();
        String said = refusal.said().toLowerCase(Locale.ROOT);
        String reason = "the model server refused: HTTP " + status + " " + refusal.said();
        if (status == 400 && said.contains("context length")) {
            return new Failure("the prompt is longer than the model's context", false, false, false);
        }
        boolean passing =
                status == 429 || (status >= 500 && !CALLERS_FAULT.matcher(said).find());
        return new Failure(status == 404 ? "the model is not on the server" : reason, false, passing, true);
    }

    static Failure of(RestClientException failure) {
        if (!(failure instanceof ResourceAccessException)) {
            return notOllama("the reply is not Ollama's");
        }
        return switch (failure.getCause()) {
            case ConnectException _, UnknownHostException _, HttpConnectTimeoutException _ ->
                new Failure("the model server cannot be reached", false, false, true);
            case HttpTimeoutException _ -> new Failure("the model server took too long", false, false, true);
            case InterruptedIOException _ -> new Failure("the call was abandoned", false, false, false);
            case null, default -> new Failure("the connection to the model server broke", false, true, true);
        };
    }

    ModelAnswer answer(ModelRecord record) {
        return answered
                ? new ModelAnswer.Unusable(reason, serverAtFault, record)
                : new ModelAnswer.Unavailable(reason, serverAtFault, record);
    }
}
