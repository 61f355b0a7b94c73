package io.nanocell.api;

import io.nanocell.results.RequestRejected;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;

/// Two evaluations at a time, from the first byte of the body on: each may bring a million rows, and the memory is the
/// jobs' too. The others wait a while, then they are told to come again.
final class EvaluationTurns implements HandlerInterceptor {

    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 20;
    private static final String HAS_TURN = EvaluationTurns.class.getName();

    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws InterruptedException {
        if (!turns.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "30");
            throw new RequestRejected(
                    "too-many-requests", 429, "Too many evaluations at once; try again in a while", List.of());
        }
        request.setAttribute(HAS_TURN, true);
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failure) {
        if (request.getAttribute(HAS_TURN) != null) {
            request.removeAttribute(HAS_TURN);
            turns.release();
        }
    }
}
