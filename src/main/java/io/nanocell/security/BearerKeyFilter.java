package io.nanocell.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Recognises the key in `Authorization: Bearer`. A request without it goes on as nobody, and the rules decide.
final class BearerKeyFilter extends OncePerRequestFilter {

    /// Who a caller with the key is, in the history of curations.
    static final String PRINCIPAL = "api-key";

    private static final String SCHEME = "Bearer ";

    private final ApiKey key;

    BearerKeyFilter(ApiKey key) {
        this.key = key;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String token = token(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (token != null && key.matches(token)) {
            SecurityContextHolder.setContext(new SecurityContextImpl(
                    UsernamePasswordAuthenticationToken.authenticated(PRINCIPAL, null, AuthorityUtils.NO_AUTHORITIES)));
        }
        chain.doFilter(request, response); // the chain itself clears the context
    }

    private static @Nullable String token(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
