package io.nanocell;

import io.nanocell.testing.HttpStories;
import io.nanocell.testing.Sections;
import io.nanocell.testing.ServiceFolders;
import io.nanocell.testing.WholeService;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The user stories of `http-tests`, told to the whole service. The one of a service with a key is in [SecureStartIT].
@WholeService
class HttpStoriesIT {

    private final int port;

    HttpStoriesIT(@LocalServerPort int port) {
        this.port = port;
    }

    static List<Path> stories() {
        return HttpStories.in("");
    }

    @ParameterizedTest
    @MethodSource("stories")
    void isTrue(Path story) {
        ServiceFolders.OLLAMA.down();
        Sections section = Sections.of(4_000);
        HttpStories.run(
                story,
                Map.of(
                        "host", "http://127.0.0.1:" + port,
                        "bundle", section.zipped().toString(),
                        "section", section.folder().toString(),
                        "folder", String.valueOf(section.folder().getFileName())));
    }
}
