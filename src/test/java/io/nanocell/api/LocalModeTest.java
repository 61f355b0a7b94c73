package io.nanocell.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verifyNoInteractions;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.PageImpl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;

/// Bound to the loopback address without a key: open to this machine, closed to pages that run on it.
class LocalModeTest extends HttpTest {

    private static final String DATASETS = "/api/v1/datasets";

    @BeforeEach
    void someDatasets() {
        given(datasets.list(any())).willReturn(new PageImpl<>(List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "localhost:8080", "LOCALHOST:1", "127.0.0.1", "127.0.0.1:49152", "[::1]", "[::1]:80"
            })
    void answersToThisMachine(String host) {
        assertThat(http.get().uri(DATASETS).header(HttpHeaders.HOST, host)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "evil.example#localhost",
                "localhost:",
                "localhost@evil.example",
                "localhost.",
                "127.0.0.2",
                "0.0.0.0",
                "192.168.1.7"
            })
    void refusesOtherHosts(String host) {
        var read = http.get().uri(DATASETS).header(HttpHeaders.HOST, host).exchange();
        ErrorsTest.isProblem(read, 403, "forbidden-host");
        var health = http.get()
                .uri("/actuator/health")
                .header(HttpHeaders.HOST, host)
                .exchange();
        assertThat(health).hasStatus(403);
        verifyNoInteractions(datasets);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://localhost:3000",
        "Origin, https://localhost:8080",
        "Origin, http://localhost:8080.evil.example",
        "Sec-Fetch-Site, cross-site",
    })
    void refusesWritesOfForeignPages(String header, String value) {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            var result = http.method(HttpMethod.valueOf(method))
                    .uri(DATASETS + "/{id}", Samples.DATASET)
                    .header(HttpHeaders.HOST, "localhost:8080")
                    .header(header, value)
                    .exchange();
            ErrorsTest.isProblem(result, 403, "forbidden-origin");
        }
        verifyNoInteractions(submissions);
    }

    @Test
    void ownPagesMayWrite() {
        assertThat(http.delete()
                        .uri(DATASETS + "/{id}", Samples.DATASET)
                        .header(HttpHeaders.HOST, "localhost:8080")
                        .header("Origin", "http://localhost:8080")
                        .header("Sec-Fetch-Site", "same-origin"))
                .hasStatus(204);
    }

    @Test
    void foreignPagesCannotReadTheAnswer() {
        assertThat(http.get().uri(DATASETS).header("Origin", "https://evil.example"))
                .doesNotContainHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN);
    }

    @Test
    void headersAreSafe() {
        assertThat(http.get().uri(DATASETS))
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("X-Frame-Options", "DENY")
                .hasHeader("Referrer-Policy", "no-referrer")
                .doesNotContainHeader("Set-Cookie")
                .headers()
                .hasHeaderSatisfying(
                        "Content-Security-Policy",
                        policy -> assertThat(policy.getFirst())
                                .contains("default-src 'none'", "frame-ancestors 'none'")
                                .doesNotContain("unsafe-eval"));
        assertThat(http.get().uri(DATASETS + "/x")).hasHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
