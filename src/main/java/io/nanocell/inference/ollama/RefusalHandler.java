package io.nanocell.inference.ollama;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResponseErrorHandler;

/// Keeps status and text of a refusal, which say whether to try again.
final class RefusalHandler implements ResponseErrorHandler {

    private static final int LONGEST = 200; // characters of a refusal that are kept

    @Override
    public boolean hasError(ClientHttpResponse response) throws IOException {
        return !response.getStatusCode().is2xxSuccessful();
    }

    @Override
    public void handleError(URI url, HttpMethod method, ClientHttpResponse response) throws IOException {
        String body = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8).strip();
        throw new Refusal(
                response.getStatusCode().value(), body.length() <= LONGEST ? body : body.substring(0, LONGEST) + "…");
    }
}
