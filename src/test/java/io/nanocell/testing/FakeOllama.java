package io.nanocell.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A real HTTP server on loopback that answers like Ollama 0.24, with faults on demand: `/api/chat`, `/api/tags`,
/// `/api/show`, `/api/version`, `/api/ps`, `/api/generate`.
///
/// ```java
/// try (FakeOllama ollama = FakeOllama.start().choosing(Choice.last())) {
/// properties.put("spring.ai.ollama.base-url", ollama.baseUrl());
/// ollama.failing(Fault.HANGS);
/// ollama.down();
/// }
/// ```
public final class FakeOllama implements AutoCloseable {

    public static final String MODEL = "qwen2.5:1.5b";

    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("fake-ollama-", 0).factory());
    private final List<JsonNode> chats = new CopyOnWriteArrayList<>();
    private final List<JsonNode> warmUps = new CopyOnWriteArrayList<>();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger faultsLeft = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();
    private final AtomicInteger listings = new AtomicInteger();
    private final AtomicInteger listingFaultsLeft = new AtomicInteger();
    private final FakeReplies replies = new FakeReplies();
    private volatile Choice choice = Choice.first();
    private volatile Fault fault = Fault.NONE;
    private volatile Duration delay = Duration.ZERO;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private int port;
    private @Nullable HttpServer server;

    private FakeOllama(int port) {
        this.port = port;
        up();
    }

    /// On a free port.
    public static FakeOllama start() {
        return new FakeOllama(0);
    }

    /// @param port 11434 is Ollama's own
    public static FakeOllama start(int port) {
        return new FakeOllama(port);
    }

    /// Runs one by hand: `FakeOllama [port] [first|last|worst|random|abstain|<label>] [FAULT]`.
    public static void main(String... arguments) {
        FakeOllama ollama = start(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 11434);
        String choice = arguments.length > 1 ? arguments[1] : "first";
        ollama.choosing(
                switch (choice) {
                    case "first" -> Choice.first();
                    case "last" -> Choice.last();
                    case "worst" -> Choice.worst();
                    case "random" -> Choice.random(7);
                    case "abstain" -> Choice.abstain();
                    default -> Choice.fixed(choice);
                });
        ollama.failing(arguments.length > 2 ? Fault.valueOf(arguments[2]) : Fault.NONE);
        System.out.println("a stand-in for Ollama answers at " + ollama.baseUrl() + " and chooses " + choice);
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + port;
    }

    public FakeOllama choosing(Choice value) {
        choice = value;
        return this;
    }

    /// Fails until told otherwise.
    public FakeOllama failing(Fault value) {
        return failing(value, Integer.MAX_VALUE);
    }

    /// Fails so many chats, then answers.
    public FakeOllama failing(Fault value, int times) {
        faultsLeft.set(times);
        fault = value;
        return this;
    }

    /// Fails so many times to list its models, digests included, then does.
    public FakeOllama failingToList(int times) {
        listingFaultsLeft.set(times);
        return this;
    }

    /// Each chat takes so long.
    public FakeOllama taking(Duration value) {
        delay = value;
        return this;
    }

    /// Stops listening: connections are refused, calls in progress break off.
    public void down() {
        stopping.countDown();
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    /// Listens again on the same port.
    public void up() {
        try {
            stopping = new CountDownLatch(1);
            HttpServer fresh = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
            port = fresh.getAddress().getPort();
            fresh.setExecutor(threads);
            fresh.createContext("/", this::handle);
            fresh.start();
            server = fresh;
        } catch (IOException cause) {
            throw new UncheckedIOException("cannot listen on port " + port, cause);
        }
    }

    /// @return bodies of all calls so far that only load the model; they use up no fault
    public List<JsonNode> warmUps() {
        return List.copyOf(warmUps);
    }

    /// @return how many chats were under way at a time, at most
    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /// @return bodies of all chats so far, without those that only load the model
    public List<JsonNode> chats() {
        return List.copyOf(chats);
    }

    /// @return how often it was asked for its models
    public int listings() {
        return listings.get();
    }

    /// @return requests of any kind so far
    public int requests() {
        return requests.get();
    }

    /// @return chats whose caller had gone before the answer
    public int abandoned() {
        return abandoned.get();
    }

    @Override
    public void close() {
        down();
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String route =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            if (route.equals("POST /api/chat") || route.equals("POST /api/generate")) {
                chat(exchange, body, route.endsWith("chat"));
            } else if (route.equals("GET /api/tags")) {
                listings.incrementAndGet();
                boolean fails = listingFaultsLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
                (fails
                                ? FakeReplies.Reply.error(500, "read manifests: input/output error")
                                : replies.other(route, body))
                        .send(exchange);
            } else {
                replies.other(route, body).send(exchange);
            }
        }
    }

    private void chat(HttpExchange exchange, byte[] body, boolean recorded) throws IOException {
        JsonNode request = FakeReplies.parse(body);
        boolean loads = request != null && request.path("messages").isEmpty();
        if (loads) {
            warmUps.add(request);
        } else if (request != null && recorded) {
            chats.add(request);
        }
        Fault now = faultsLeft.getAndUpdate(left -> loads ? left : Math.max(0, left - 1)) > 0 ? fault : Fault.NONE;
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        try {
            pause(now == Fault.HANGS ? Duration.ofMinutes(10) : delay);
            FakeReplies.Reply reply =
                    request == null ? FakeReplies.unreadable(body) : replies.chat(request, choice, now);
            switch (now) {
                case HANGS -> {}
                case DRIPS -> drip(exchange, reply);
                case FLOODS -> flood(exchange);
                case BREAKS_OFF -> {
                    exchange.sendResponseHeaders(200, 1000);
                    exchange.getResponseBody().write('{');
                    exchange.getResponseBody().flush();
                }
                default -> reply.send(exchange);
            }
        } catch (IOException callerGone) {
            abandoned.incrementAndGet();
        } finally {
            atOnce.decrementAndGet();
        }
    }

    private static void flood(HttpExchange exchange) throws IOException {
        byte[] block = new byte[1 << 20];
        Arrays.fill(block, (byte) ' ');
        exchange.sendResponseHeaders(200, 0); // in chunks, of no length that would tell
        for (int i = 0; i < 1024; i++) {
            exchange.getResponseBody().write(block);
        }
    }

    private void drip(HttpExchange exchange, FakeReplies.Reply reply) throws IOException {
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.contentType());
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        for (byte one : bytes) {
            exchange.getResponseBody().write(one);
            exchange.getResponseBody().flush();
            pause(Duration.ofMillis(200));
        }
    }

    private void pause(Duration time) throws IOException {
        try {
            if (!time.isZero() && stopping.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("stopped");
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw new IOException("closed", closed);
        }
    }
}
