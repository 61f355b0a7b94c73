package io.nanocell.api;

import io.nanocell.security.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses an upload that would fill the disk before its first byte is read: the database lies there too.
final class UploadSpaceFilter extends OncePerRequestFilter {

    /// Stays free whatever is uploaded.
    private static final long RESERVE_BYTES = 256L * 1024 * 1024;

    private final Path folder;

    UploadSpaceFilter(Path folder) {
        this.folder = folder;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.regionMatches(true, 0, "multipart/", 0, "multipart/".length());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long announced = Math.max(0, request.getContentLengthLong()); // −1: chunked
        long free = Files.getFileStore(folder).getUsableSpace() - RESERVE_BYTES;
        if (announced > free) {
            Problems.write(
                    request,
                    response,
                    Problems.of(
                            HttpStatus.INSUFFICIENT_STORAGE,
                            "insufficient-storage",
                            "The upload has %d bytes, the disk of this service has room for %d"
                                    .formatted(announced, Math.max(0, free))));
        } else {
            chain.doFilter(request, response);
        }
    }
}
