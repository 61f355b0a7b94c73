package io.nanocell.pipeline;

import io.nanocell.reference.ReferenceData;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Reads the reference data when the service starts; a file that is there and cannot be read stops the start.
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

    @Bean
    static ReferenceAhead referenceAhead(Environment environment) {
        return new ReferenceAhead(
                environment.getProperty("nanocell.reference.path", ""),
                environment.getProperty("nanocell.reference.without", ""));
    }

    @Bean
    Knowledge knowledge(ReferenceAhead ahead) {
        return ahead.get();
    }

    /// @param folder of the official files; blank: the shipped tables
    /// @param without names of the sources to leave out, by comma
    static Knowledge knowledge(String folder, String without) {
        Knowledge all = knowledge(folder);
        Knowledge knowledge;
        try {
            knowledge = all.without(LeftOutSources.named(without));
        } catch (IllegalArgumentException unfit) {
            throw new IllegalStateException("nanocell.reference.without: " + unfit.getMessage(), unfit);
        }
        knowledge.candidates(); // at the start, not with the first request
        return knowledge;
    }

    /// @param folder of the official files; blank: the shipped tables
    static Knowledge knowledge(String folder) {
        var data = ReferenceData.load(folder.isBlank() ? null : Path.of(folder));
        return new Knowledge(data.types(), data.go());
    }
}
