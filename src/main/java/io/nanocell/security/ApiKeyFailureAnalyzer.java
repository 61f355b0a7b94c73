package io.nanocell.security;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Tells whoever starts the service what to do, in place of a stack trace.
class ApiKeyFailureAnalyzer extends AbstractFailureAnalyzer<InvalidApiKeyException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, InvalidApiKeyException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Set the environment variable NANOCELL_API_KEY to at least 32 random characters (for instance the output of"
                        + " \"openssl rand -hex 32\"), or bind to this machine only with server.address=127.0.0.1.",
                cause);
    }
}
