package io.nanocell.api;

/// GA4GH service info 1.0.0 (https://github.com/ga4gh-discovery/ga4gh-service-info).
///
/// @param id reverse domain name
/// @param version of this service
record ServiceInfo(
        String id,
        String name,
        ServiceType type,
        String description,
        Organization organization,
        String documentationUrl,
        String environment,
        String version) {

    /// @param version of the interface
    record ServiceType(String group, String artifact, String version) {}

    record Organization(String name, String url) {}
}
