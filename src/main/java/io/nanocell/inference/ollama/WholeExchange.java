package io.nanocell.inference.ollama;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClientException;

/// Does a whole HTTP exchange within one time limit and lets go of it at once when its thread is interrupted.
///
/// The JDK's own limit ends with the response's headers, so a server that sends a byte now and then would hold a job
/// for ever. A reply without end would take the heap from the jobs, so it is cut off as well. On the way it writes
/// `"truncate": false` and `"shift": false` to the top level of a chat request, where Spring AI cannot: without them
/// Ollama cuts a prompt that is too long, and drops half of one that leaves no room while it answers, both in silence.
final class WholeExchange implements ClientHttpRequestInterceptor {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final long MOST_BYTES = 4 << 20; // of a reply; an answer has a few hundred
    private static final byte[] WHOLE_PROMPT = "{\"truncate\":false,\"shift\":false,".getBytes(StandardCharsets.UTF_8);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .build();
    private final Duration timeout;

    WholeExchange(Duration timeout) {
        this.timeout = timeout;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        CompletableFuture<HttpResponse<byte[]>> exchange = client.sendAsync(
                translated(request, body), BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            HttpResponse<byte[]> response = exchange.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() / 100 == 2 && !isObject(response.body())) {
                throw new RestClientException("HTTP " + response.statusCode() + " without a JSON object");
            }
            return new Received(response);
        } catch (TimeoutException tooSlow) {
            throw new HttpTimeoutException("no whole answer within " + timeout.toSeconds() + " s");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the answer");
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof IOException known ? known : new IOException(failure.getCause());
        } finally {
            exchange.cancel(true); // closes the connection of what was given up, so that the server stops too
        }
    }

    /// Spring AI ends in a NullPointerException where the body is empty or `null`.
    private static boolean isObject(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).stripLeading().startsWith("{");
    }

    private static java.net.http.HttpRequest translated(HttpRequest request, byte[] body) {
        byte[] sent = request.getURI().getPath().endsWith("/api/chat") ? withWholePrompt(body) : body;
        var builder = java.net.http.HttpRequest.newBuilder(request.getURI())
                .method(
                        request.getMethod().name(),
                        sent.length == 0
                                ? java.net.http.HttpRequest.BodyPublishers.noBody()
                                : java.net.http.HttpRequest.BodyPublishers.ofByteArray(sent));
        for (String name : List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.ACCEPT)) {
            List<String> values = request.getHeaders().getValuesAsList(name);
            if (!values.isEmpty()) {
                builder.header(name, String.join(", ", values));
            }
        }
        return builder.build();
    }

    /// @param body a JSON object with at least one member
    private static byte[] withWholePrompt(byte[] body) {
        byte[] sent = new byte[body.length - 1 + WHOLE_PROMPT.length];
        System.arraycopy(WHOLE_PROMPT, 0, sent, 0, WHOLE_PROMPT.length);
        System.arraycopy(body, 1, sent, WHOLE_PROMPT.length, body.length - 1);
        return sent;
    }

    /// A response that has arrived as a whole.
    private record Received(HttpResponse<byte[]> response) implements ClientHttpResponse {

        @Override
        public HttpStatusCode getStatusCode() {
            return HttpStatusCode.valueOf(response.statusCode());
        }

        @Override
        public String getStatusText() {
            return "";
        }

        @Override
        public HttpHeaders getHeaders() {
            HttpHeaders headers = new HttpHeaders();
            response.headers().map().forEach(headers::addAll);
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(response.body());
        }

        @Override
        public void close() {} // nothing is held
    }
}
