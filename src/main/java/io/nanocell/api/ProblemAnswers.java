package io.nanocell.api;

import io.nanocell.security.Problems;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;

/// How a problem document goes out, whatever the client asked for.
final class ProblemAnswers {

    private static final String RETRY_SECONDS = "30";

    private ProblemAnswers() {}

    static ResponseEntity<Object> answer(ProblemDetail problem, WebRequest request) {
        return answer(problem, new HttpHeaders(), request);
    }

    /// For what may be gone in a while.
    static ResponseEntity<Object> answerForNow(ProblemDetail problem, WebRequest request) {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
        return answer(problem, headers, request);
    }

    static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers, WebRequest request) {
        problem.setInstance(Problems.instance(((ServletWebRequest) request).getRequest()));
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /// @return whether bytes are on their way, so that nothing else can be told
    static boolean isCommitted(WebRequest request) {
        HttpServletResponse response = ((ServletWebRequest) request).getResponse();
        return response != null && response.isCommitted();
    }
}
