package io.nanocell.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/// Gives every read the hash of its bytes as `ETag` and answers `If-None-Match` with 304. Streams (cells, events) are
/// not held back for it; they turn it off themselves.
final class EtagFilter extends ShallowEtagHeaderFilter {

    @Override
    protected boolean isEligibleForEtag(
            HttpServletRequest request, HttpServletResponse response, int status, InputStream body) {
        boolean eligible = super.isEligibleForEtag(request, response, status, body);
        if (eligible) {
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache"); // may be kept, must be asked about
        }
        return eligible;
    }
}
