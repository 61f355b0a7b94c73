package io.nanocell.api;

import io.nanocell.security.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets uploads in one by one, as [UploadAdmission] decides, and answers the others before their first byte is read.
final class UploadFilter extends OncePerRequestFilter {

    private static final String RETRY_SECONDS = "30";

    private final UploadAdmission admission;

    UploadFilter(UploadAdmission admission) {
        this.admission = admission;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        switch (admission.enter(request.getContentLengthLong())) {
            case UploadAdmission.Admitted upload -> {
                try {
                    chain.doFilter(request, response);
                } finally {
                    admission.leave(upload);
                }
            }
            case UploadAdmission.TooLarge(long bytes, long maxBytes) ->
                Problems.write(request, response, tooLarge(bytes, maxBytes));
            case UploadAdmission.TooMany(int uploads) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
                Problems.write(
                        request,
                        response,
                        Problems.of(
                                HttpStatus.TOO_MANY_REQUESTS,
                                "too-many-requests",
                                "%d uploads are being received; try again in a while".formatted(uploads)));
            }
            case UploadAdmission.NoRoom(long bytes, long free) ->
                Problems.write(
                        request,
                        response,
                        Problems.of(
                                HttpStatus.INSUFFICIENT_STORAGE,
                                "insufficient-storage",
                                "The upload may have %d bytes, the disk of this service has room for %d"
                                        .formatted(bytes, free)));
        }
    }

    private static ProblemDetail tooLarge(long bytes, long maxBytes) {
        return Problems.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "too-large",
                "The upload has %d bytes, this service takes %d (nanocell.upload.max-size)".formatted(bytes, maxBytes));
    }
}
