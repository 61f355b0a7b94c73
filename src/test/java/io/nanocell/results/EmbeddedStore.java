package io.nanocell.results;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;

/// The module as it starts in the service, with the embedded server. No `@Configuration`, so that no other test's
/// scan
/// finds it.
@AutoConfigurationPackage
@EnableAutoConfiguration
@ComponentScan
class EmbeddedStore {}
