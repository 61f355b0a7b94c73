package io.nanocell.testing;

import static org.awaitility.Awaitility.await;

import io.nanocell.AnnotatorApplication;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The service as a process of its own, from the classes of `main` alone.
public final class ServiceProcess implements AutoCloseable {

    private static final String OLLAMA = "--spring.ai.ollama.base-url=";
    private static final Map<Path, DatabaseServer.Database> DATABASES = new ConcurrentHashMap<>();

    private final Process process;
    private final ServiceClient client;
    private final String address;
    private final Path log;

    private ServiceProcess(Process process, int port, Path log) {
        this.process = process;
        this.client = new ServiceClient(port);
        this.address = "http://127.0.0.1:" + port;
        this.log = log;
    }

    /// Starts it and waits until it answers. It finds no Ollama but the one that the
    /// properties name, and the same database for the same data directory.
    ///
    /// @param properties of Spring, "--name=value"
    public static ServiceProcess start(Path data, String... properties) {
        return start(data, Map.of(), properties);
    }

    /// @param environment further variables of the process
    public static ServiceProcess start(Path data, Map<String, String> environment, String... properties) {
        try {
            int port = freePort();
            Path log = log(data, port);
            Process process = launch(data, port, environment, properties);
            var started = new ServiceProcess(process, port, log);
            await().alias("see " + log).atMost(Duration.ofMinutes(2)).until(() -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException("the service ended: " + Files.readString(log));
                }
                return answers(started.client);
            });
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Starts it where it has to refuse to.
    ///
    /// @return what it printed before it ended
    public static String refusal(Path data, Map<String, String> environment, String... properties) {
        try {
            int port = freePort();
            Process process = launch(data, port, environment, properties);
            if (!waitForEnd(process)) {
                process.destroyForcibly();
                throw new IllegalStateException("the service has started, or has not ended in time");
            }
            return Files.readString(log(data, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process launch(Path data, int port, Map<String, String> environment, String... properties)
            throws IOException {
        Files.createDirectories(data.getParent());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPathOfMain(),
                AnnotatorApplication.class.getName(),
                "--server.port=" + port,
                "--nanocell.data-dir=" + data));
        command.addAll(List.of(properties));
        if (Arrays.stream(properties).noneMatch(property -> property.startsWith(OLLAMA))) {
            command.add(OLLAMA + "http://127.0.0.1:9");
        }
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log(data, port).toFile());
        builder.environment().putAll(environment);
        if (DatabaseServer.running().external()) {
            var database = DATABASES.computeIfAbsent(
                    data, _ -> DatabaseServer.running().newDatabase());
            builder.environment().put("SPRING_DATASOURCE_URL", database.url());
            builder.environment().put("SPRING_DATASOURCE_USERNAME", database.user());
            builder.environment().put("SPRING_DATASOURCE_PASSWORD", database.password());
        }
        return builder.start();
    }

    private static Path log(Path data, int port) {
        return data.resolveSibling(data.getFileName() + "-" + port + ".log");
    }

    /// @return "http://127.0.0.1:port"
    public String address() {
        return address;
    }

    /// @return the file of all that it printed
    public Path log() {
        return log;
    }

    public ServiceClient client() {
        return client;
    }

    /// Kills it as `kill -9` does; its PostgreSQL lives on.
    public void kill() {
        process.destroyForcibly();
        waitForEnd(process);
    }

    /// Stops it in good order.
    @Override
    public void close() {
        process.destroy();
        if (!waitForEnd(process)) {
            process.destroyForcibly();
        }
    }

    private static boolean waitForEnd(Process process) {
        try {
            return process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean answers(ServiceClient client) {
        try {
            return client.get("/actuator/health/readiness").status() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static String classPathOfMain() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
