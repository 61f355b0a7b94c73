package io.nanocell.pipeline;

import io.nanocell.reference.GoReference;
import io.nanocell.reference.ReferenceKnowledge;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Reads the reference data when the service starts; a file that is there and cannot be read stops the start.
@Configuration(proxyBeanMethods = false)
class ReferenceConfiguration {

    @Bean
    Knowledge knowledge(
            @Value("${nanocell.reference.path:}") String folder,
            @Value("${nanocell.reference.without:}") String without) {
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
        @Nullable Path official = folder.isBlank() ? null : Path.of(folder);
        var types = ReferenceKnowledge.load(official);
        return new Knowledge(types, GoReference.load(official, types.symbols()));
    }
}
