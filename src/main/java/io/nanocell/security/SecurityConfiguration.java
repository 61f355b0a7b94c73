package io.nanocell.security;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// One chain for everything the service answers.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(AccessProperties.class)
class SecurityConfiguration {

    /// Open even where a key is set: probes, and the static files of Swagger UI (its data needs the key).
    private static final String[] OPEN = {
        "/actuator/health", "/actuator/health/**", "/swagger-ui.html", "/swagger-ui/**", "/webjars/swagger-ui/**"
    };

    /// Everything from this service itself. Swagger UI sets style attributes and shows pictures from data URLs.
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    static AccessGuard accessGuard(Environment environment) {
        return new AccessGuard(environment);
    }

    @Bean
    Access access(Environment environment) {
        return Access.of(environment);
    }

    @Bean
    SecurityFilterChain filterChain(HttpSecurity http, Access access) {
        if (access.local()) {
            http.addFilterAfter(new LocalModeFilter(), HeaderWriterFilter.class);
        }
        access.key()
                .ifPresent(key -> http.addFilterBefore(new BearerKeyFilter(key), AnonymousAuthenticationFilter.class));
        return http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable) // see package-info
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(unauthorised()))
                .authorizeHttpRequests(requests -> {
                    requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                            .permitAll(); // both follow a request that was let in or already refused
                    requests.requestMatchers(OPEN).permitAll();
                    if (access.key().isPresent()) {
                        requests.anyRequest().authenticated();
                    } else {
                        requests.anyRequest().permitAll();
                    }
                })
                .build();
    }

    private static AuthenticationEntryPoint unauthorised() {
        return (request, response, _) -> {
            boolean presented = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer realm=\"nanocell\"" + (presented ? ", error=\"invalid_token\"" : ""));
            Problems.write(
                    request,
                    response,
                    Problems.of(
                            HttpStatus.UNAUTHORIZED,
                            "unauthorised",
                            presented
                                    ? "The key in the Authorization header is not the key of this service"
                                    : "This call needs the header \"Authorization: Bearer <key>\""));
        };
    }

    /// Names of parameters are refused where they are known, by name; methods where paths are known, with `Allow`.
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(_ -> true);
        firewall.setUnsafeAllowAnyHttpMethod(true); // whatever is no read is a write, see LocalModeFilter
        return firewall;
    }

    /// What Spring's firewall turns away: encoded slashes and NULs in paths, header values with control characters.
    @Bean
    RequestRejectedHandler requestRejectedHandler() {
        return (request, response, _) -> Problems.write(request, response, Problems.rejectedByFirewall());
    }
}
