package io.nanocell.cli;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The Java machine that a command runs on.
final class Machine {

    private static final String MAIN = "io.nanocell.AnnotatorApplication";

    private Machine() {}

    /// @return processors, largest heap and collector, as they decide the figures
    static String told() {
        return String.format(
                Locale.ROOT,
                "%d processors, heap up to %.2f GiB (%s)",
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() / (double) (1L << 30),
                ManagementFactory.getGarbageCollectorMXBeans().stream()
                        .map(GarbageCollectorMXBean::getName)
                        .collect(Collectors.joining(", ")));
    }

    /// Runs another command in a process of its own, with the default heap.
    ///
    /// @throws IOException if it fails
    static void runAnew(PrintStream out, String... arguments) throws IOException {
        String classPath = ManagementFactory.getRuntimeMXBean().getClassPath();
        boolean oneJar = classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current()
                .info()
                .command()
                .orElse(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java"));
        command.add("--add-modules=jdk.incubator.vector");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(oneJar ? List.of("-jar", classPath) : List.of("-cp", classPath, MAIN));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("%s ended with %d: %s".formatted(arguments[0], code, said));
            }
        } catch (InterruptedException _) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException(arguments[0] + " was interrupted");
        }
        said.lines().filter(line -> line.startsWith("SYNTHETIC")).forEach(out::println);
    }
}
