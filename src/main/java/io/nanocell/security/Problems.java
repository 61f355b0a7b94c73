package io.nanocell.security;

import io.nanocell.results.ProblemViolation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/// RFC 9457 problem documents: every error of the service has this one shape, whether a filter, a controller or the
/// servlet container found it. `type` is `/problems/` and a stable slug, `title` is the slug in words, and `violations`
/// is always there, empty where nothing single can be named.
public final class Problems {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
            .build();

    private Problems() {}

    public static ProblemDetail of(HttpStatusCode status, String slug, String detail) {
        return of(status, slug, detail, List.of());
    }

    /// @param slug stable name of the kind of problem, "not-found"
    /// @param detail what is wrong this time, for a human
    public static ProblemDetail of(
            HttpStatusCode status, String slug, String detail, List<ProblemViolation> violations) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(URI.create("/problems/" + slug));
        problem.setTitle(title(slug));
        problem.setProperty("violations", violations);
        return problem;
    }

    /// The slug of a problem about which nothing is known but its status.
    public static String slugOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 401 -> "unauthorised";
            case 403 -> "forbidden";
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 409 -> "conflict";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            case 422 -> "invalid-parameters";
            case 429 -> "too-many-requests";
            case 503 -> "unavailable";
            case 507 -> "insufficient-storage";
            default -> status.is5xxServerError() ? "internal-error" : "malformed-request";
        };
    }

    /// The path of a request as a URI, whatever characters the client sent.
    public static URI instance(HttpServletRequest request) {
        return URI.create(UriUtils.encodePath(
                UriUtils.decode(
                        request.getRequestURI().replaceAll("%(?![0-9A-Fa-f]{2})", "%25"), StandardCharsets.UTF_8),
                StandardCharsets.UTF_8));
    }

    /// Answers with the problem, from a filter or the container: nothing may have been written before.
    public static void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        problem.setInstance(instance(request));
        byte[] body = JSON.writeValueAsBytes(problem);
        response.setStatus(problem.getStatus());
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /// The problem of a request whose path or headers Spring's firewall turned away, early or where they are read.
    public static ProblemDetail rejectedByFirewall() {
        return of(
                HttpStatus.BAD_REQUEST,
                "malformed-request",
                "The path or a header has characters that are not allowed there");
    }

    /// The same from a status alone; the cause stays out of the answer.
    public static ProblemDetail of(HttpStatus status) {
        return of(status, slugOf(status), status.getReasonPhrase());
    }

    private static String title(String slug) {
        String words = slug.replace('-', ' ').replace("json", "JSON");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
