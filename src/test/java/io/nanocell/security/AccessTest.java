package io.nanocell.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;

class AccessTest {

    private static final String KEY = "0123456789abcdef0123456789abcdef";

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost", "::1", "127.8.8.8"})
    void loopbackNeedsNoKey(String address) {
        var access = Access.of(new MockEnvironment().withProperty("server.address", address));
        assertThat(access.local()).isTrue();
        assertThat(access.key()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.7"})
    void anyOtherAddressNeedsAKey(String address) {
        var environment = new MockEnvironment().withProperty("server.address", address);
        assertThatThrownBy(() -> Access.of(environment))
                .isInstanceOf(InvalidApiKeyException.class)
                .hasMessageContaining("no API key");
        environment.setProperty("nanocell.api-key", KEY);
        assertThat(Access.of(environment).local()).isFalse();
        assertThat(Access.of(environment).key()).isPresent();
    }

    @Test
    void noAddressMeansAllAddresses() {
        assertThatThrownBy(() -> Access.of(new MockEnvironment())).isInstanceOf(InvalidApiKeyException.class);
    }

    @Test
    void managementPortOnAllAddressesNeedsAKey() {
        var environment = new MockEnvironment()
                .withProperty("server.address", "127.0.0.1")
                .withProperty("management.server.port", "9090");
        assertThatThrownBy(() -> Access.of(environment)).isInstanceOf(InvalidApiKeyException.class);
        environment.setProperty("management.server.address", "127.0.0.1");
        assertThat(Access.of(environment).local()).isTrue();
    }

    @Test
    void keyComesFromTheEnvironmentVariable() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment", Map.of("NANOCELL_API_KEY", KEY, "SERVER_ADDRESS", "0.0.0.0")));
        assertThat(Access.of(environment).key().orElseThrow().matches(KEY)).isTrue();
    }

    @Test
    void emptyVariableIsNoKey() {
        var environment =
                new MockEnvironment().withProperty("server.address", "0.0.0.0").withProperty("nanocell.api-key", "");
        assertThatThrownBy(() -> Access.of(environment)).hasMessageContaining("no API key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "0123456789abcdef0123456789abcde",
                "0123456789abcdef 0123456789abcdef",
                "schlüssel-schlüssel-schlüssel-schlüssel"
            })
    void poorKeyStopsTheStartEvenLocally(String key) {
        var environment = new MockEnvironment()
                .withProperty("server.address", "127.0.0.1")
                .withProperty("nanocell.api-key", key);
        assertThatThrownBy(() -> Access.of(environment))
                .isInstanceOf(InvalidApiKeyException.class)
                .hasMessageNotContaining(key);
    }

    @Test
    void onlyTheKeyItselfMatches() {
        var key = ApiKey.of(KEY);
        assertThat(key.matches(KEY)).isTrue();
        assertThat(key.matches(KEY + "0")).isFalse();
        assertThat(key.matches(KEY.substring(1))).isFalse();
        assertThat(key.matches("")).isFalse();
    }

    @Test
    void nothingPrintsTheKey() {
        assertThat(new AccessProperties(KEY).toString()).doesNotContain(KEY);
    }

    @Test
    void failedStartSaysWhatToDo() {
        FailureAnalysis analysis = new ApiKeyFailureAnalyzer()
                .analyze(new IllegalStateException(new InvalidApiKeyException("bound to 0.0.0.0")));
        assertThat(Objects.requireNonNull(analysis).getAction()).contains("NANOCELL_API_KEY", "server.address");
    }
}
