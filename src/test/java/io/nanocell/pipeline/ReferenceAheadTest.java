package io.nanocell.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.nanocell.reference.UnreadableReferenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// The reference data are read while the other beans are made, and are all there when the context is.
class ReferenceAheadTest {

    /// Whether the reading had begun when this bean was made.
    private record Witness(boolean begun) {}

    private static AnnotationConfigApplicationContext context(Map<String, Object> properties) {
        var context = new AnnotationConfigApplicationContext();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        context.registerBean(
                Witness.class, () -> new Witness(context.getBeanFactory().containsSingleton("referenceAhead")));
        context.register(ReferenceConfiguration.class);
        return context;
    }

    @Test
    void theReadingBeginsBeforeTheFirstBeanIsMade() {
        try (var context = context(Map.of("nanocell.reference.without", "ATLAS"))) {
            context.refresh();

            assertThat(context.getBean(Witness.class).begun()).isTrue();
            assertThat(context.getBean(Knowledge.class).leftOut()).containsExactly("ATLAS");
        }
    }

    @Test
    void aFileThatIsThereAndCannotBeReadStopsTheStart(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("go-basic.obo"), "404: Not Found\n");
        try (var context = context(Map.of("nanocell.reference.path", folder.toString()))) {
            assertThatThrownBy(context::refresh)
                    .hasRootCauseInstanceOf(UnreadableReferenceException.class)
                    .hasStackTraceContaining("go-basic.obo");
            assertThat(context.isActive()).isFalse();
        }
    }
}
