package io.nanocell.security;

import java.net.InetAddress;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/// How the service may be reached.
///
/// @param local whether every port is bound to a loopback address
/// @param key what callers must present; absent only in local mode
record Access(boolean local, Optional<ApiKey> key) {

    /// Reads addresses and key from the environment.
    ///
    /// @throws InvalidApiKeyException if the key is missing where one is needed, or no good
    static Access of(Environment environment) {
        var binder = Binder.get(environment);
        boolean local = isLoopback(binder, "server") && !hasOpenManagementPort(binder);
        Optional<ApiKey> key = key(binder);
        if (!local && key.isEmpty()) {
            throw new InvalidApiKeyException(
                    "The service is bound to %s, which other machines can reach, and has no API key"
                            .formatted(address(binder, "server")
                                    .map(InetAddress::getHostAddress)
                                    .orElse("all addresses")));
        }
        return new Access(local, key);
    }

    /// An empty variable is an unset one.
    private static Optional<ApiKey> key(Binder binder) {
        var properties = binder.bindOrCreate("nanocell", AccessProperties.class);
        return Optional.ofNullable(properties.apiKey())
                .filter(text -> !text.isEmpty())
                .map(ApiKey::of);
    }

    private static boolean isLoopback(Binder binder, String prefix) {
        return address(binder, prefix).map(InetAddress::isLoopbackAddress).orElse(false); // unset: all addresses
    }

    /// Actuator may have a port, and then an address, of its own.
    private static boolean hasOpenManagementPort(Binder binder) {
        return binder.bind("management.server.port", Integer.class).isBound()
                && !isLoopback(binder, "management.server");
    }

    private static Optional<InetAddress> address(Binder binder, String prefix) {
        return binder.bind(prefix + ".address", InetAddress.class)
                .map(Optional::of)
                .orElse(Optional.empty());
    }
}
