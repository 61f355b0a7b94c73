package io.nanocell.security;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Access to the service.
///
/// @param apiKey Key that every call but health needs, as "Authorization: Bearer"; at least 32 characters. Required on
/// any address but loopback.
@ConfigurationProperties("nanocell")
record AccessProperties(@Nullable String apiKey) {

    @Override
    public String toString() {
        return "AccessProperties[apiKey=" + (apiKey == null ? "unset" : "set") + "]";
    }
}
