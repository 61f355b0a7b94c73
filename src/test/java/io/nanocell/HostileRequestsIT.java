package io.nanocell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.nanocell.testing.BadCall;
import io.nanocell.testing.RawHttp;
import io.nanocell.testing.ServiceClient;
import io.nanocell.testing.ServiceFolders;
import io.nanocell.testing.Traces;
import io.nanocell.testing.WholeService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Requests that mean harm: each is refused with its own slug, and however many there are, nothing is left of them.
@WholeService
class HostileRequestsIT {

    private static final Logger LOG = LoggerFactory.getLogger(HostileRequestsIT.class);
    private static final int CALLS = Integer.getInteger("nanocell.bad-calls", 2_000);
    private static final int CALLERS = 4;

    private final ServiceClient service;
    private final RawHttp http;
    private final JdbcClient jdbc;

    HostileRequestsIT(@LocalServerPort int port, @Autowired JdbcClient jdbc) {
        service = new ServiceClient(port);
        http = new RawHttp(port);
        this.jdbc = jdbc;
    }

    static List<BadCall> badCalls() {
        return BadCall.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badCalls")
    void isRefusedWithItsSlug(BadCall call) {
        var before = Traces.of(jdbc);
        var reply = call.send(http);
        assertThat(reply.status() + " " + reply.slug()).as(reply.text()).isEqualTo(call.status() + " " + call.slug());
        assertThat(reply.text()).doesNotContain("Exception", "java.", "\r\nX: y");
        leftAsItWas(before);
    }

    @Test
    void aFolderWithALinkOutOfTheImportRoot() throws IOException {
        Path folder = Files.createDirectories(ServiceFolders.IMPORTS.resolve("linked"));
        Path link = Files.createSymbolicLink(folder.resolve("cells.csv"), Path.of("/etc/passwd"));
        Path way = Files.createSymbolicLink(ServiceFolders.IMPORTS.resolve("way-out"), Path.of("/etc"));
        try {
            var before = Traces.of(jdbc);
            service.post("/datasets", Map.of("path", "linked")).problem(422, "invalid-parameters");
            service.post("/datasets", Map.of("path", "way-out")).problem(422, "invalid-parameters");
            leftAsItWas(before);
        } finally {
            Files.delete(link);
            Files.delete(way);
            Files.delete(folder);
        }
    }

    /// With `-Dnanocell.bad-calls=100000` the long form.
    @Test
    void thousandsOfBadCallsLeaveNothing() throws InterruptedException {
        List<BadCall> kinds = BadCall.all();
        var before = Traces.of(jdbc);
        var next = new AtomicInteger();
        var unlike = new ConcurrentLinkedQueue<String>();
        List<Thread> callers = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < CALLERS; i++) {
            callers.add(Thread.ofPlatform().name("virtual-user-" + i).start(() -> {
                for (int n = next.getAndIncrement(); n < CALLS; n = next.getAndIncrement()) {
                    BadCall call = kinds.get(n % kinds.size());
                    try {
                        var reply = call.send(http);
                        if (!call.isRefusedBy(reply)) {
                            unlike.add(call.name() + ": " + reply);
                        }
                    } catch (UncheckedIOException e) {
                        unlike.add(call.name() + ": " + e);
                    }
                }
            }));
        }
        for (Thread caller : callers) {
            caller.join();
        }
        LOG.info("{} bad calls of {} kinds in {} s", CALLS, kinds.size(), (System.nanoTime() - start) / 1_000_000_000);
        assertThat(unlike).isEmpty();
        leftAsItWas(before);
    }

    private void leftAsItWas(Traces before) {
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> before.isAllThereIs(jdbc));
    }
}
