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
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The service as a process of its own, from the classes of `main` alone.
public final class ServiceProcess implements AutoCloseable {

    private final Process process;
    private final ServiceClient client;

    private ServiceProcess(Process process, ServiceClient client) {
        this.process = process;
        this.client = client;
    }

    /// Starts it and waits until it answers. It finds no Ollama.
    public static ServiceProcess start(Path data) {
        try {
            Files.createDirectories(data);
            int port = freePort();
            Path log = data.resolveSibling(data.getFileName() + "-" + port + ".log");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx1g",
                            "--add-modules=jdk.incubator.vector",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            classPathOfMain(),
                            AnnotatorApplication.class.getName(),
                            "--server.port=" + port,
                            "--nanocell.data-dir=" + data,
                            "--spring.ai.ollama.base-url=http://127.0.0.1:9")
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            var started = new ServiceProcess(process, new ServiceClient(port));
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

    public ServiceClient client() {
        return client;
    }

    /// Kills it as `kill -9` does; its PostgreSQL lives on.
    public void kill() {
        process.destroyForcibly();
        waitForEnd();
    }

    /// Stops it in good order.
    @Override
    public void close() {
        process.destroy();
        if (!waitForEnd()) {
            process.destroyForcibly();
        }
    }

    private boolean waitForEnd() {
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
