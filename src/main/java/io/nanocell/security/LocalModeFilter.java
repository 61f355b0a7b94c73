package io.nanocell.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// What a web page open on the same machine could do to a service on the loopback address, refused.
///
/// A page reaches it under a name of its own that resolves to 127.0.0.1 (DNS rebinding): hence the `Host` rule. It may
/// also send forms and simple requests to it blindly: hence the `Origin` rule for everything that writes. Command line
/// clients send neither header and are not concerned.
final class LocalModeFilter extends OncePerRequestFilter {

    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = host(request);
        if (!LOOPBACK.matcher(host).matches()) {
            refuse(
                    request,
                    response,
                    "forbidden-host",
                    "This service answers to localhost, 127.0.0.1 and [::1] only; the request was sent to another host name");
        } else if (!READS.contains(request.getMethod()) && isForeign(request, host)) {
            refuse(
                    request,
                    response,
                    "forbidden-origin",
                    "A page of another origin may not change anything here; send the request from a script or from this"
                            + " service's own pages");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, String slug, String detail)
            throws IOException {
        Problems.write(request, response, Problems.of(HttpStatus.FORBIDDEN, slug, detail));
    }

    /// The header as sent; HTTP/1.0 may leave it out, then the name of the address that was connected to.
    private static String host(HttpServletRequest request) {
        String header = request.getHeader("Host");
        return (header == null ? request.getServerName() : header).toLowerCase(Locale.ROOT);
    }

    private static boolean isForeign(HttpServletRequest request, String host) {
        String origin = request.getHeader("Origin");
        return "cross-site".equalsIgnoreCase(orEmpty(request.getHeader("Sec-Fetch-Site")))
                || (origin != null && !origin.toLowerCase(Locale.ROOT).equals(request.getScheme() + "://" + host));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
