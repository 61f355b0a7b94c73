package io.nanocell.results;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// The data directory is locked before anything else of the service comes up: what starts ahead needs it.
@Configuration(proxyBeanMethods = false)
class DataDirectoryConfiguration {

    @Bean
    static DataDirectory dataDirectory(Environment environment) throws IOException {
        return new DataDirectory(Path.of(environment.getRequiredProperty("nanocell.data-dir")));
    }
}
