package io.nanocell;

import io.nanocell.testing.Choice;
import io.nanocell.testing.ServiceClient;
import io.nanocell.testing.ServiceFolders;
import io.nanocell.testing.WholeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What [OllamaIT] asks of a real model, asked of the stand-in: it answers anything that is on the list.
@WholeService
class ManyClustersIT {

    @AfterEach
    void ollamaIsDownAgain() {
        ServiceFolders.OLLAMA.choosing(Choice.first()).down();
    }

    @Test
    void twentyClustersAreNamedTheSameTwice(@LocalServerPort int port) {
        ServiceFolders.OLLAMA.choosing(Choice.random(3)).up();
        ManyClusters.areNamedTheSameTwice(new ServiceClient(port));
    }
}
