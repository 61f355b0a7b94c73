package io.nanocell.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a call could leave behind in the service of this JVM.
///
/// @param files below the data directory and the import root, those of PostgreSQL aside
/// @param rows by table
/// @param threads by name, digits aside; bounded pools that start their threads when they are asked are left out
public record Traces(List<Path> files, Map<String, Long> rows, Map<String, Long> threads) {

    private static final List<String> TABLES =
            List.of("dataset", "annotation_job", "scheduled_tasks", "cluster", "curation");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    /// Comes and goes with the JVM, its tests and their clients.
    private static final Pattern NOT_OURS = Pattern.compile(
            "http-nio.*|HttpClient.*|.*HikariPool.*|PostgreSQL-JDBC.*|Cleaner.*|surefire.*|ForkJoinPool.*"
                    + "|Attach Listener|process reaper.*|VirtualThread.*|Catalina-utility.*|awaitility.*|InnocuousThread.*|kernel-.*|main");

    public static Traces of(JdbcClient jdbc) {
        Map<String, Long> rows = new TreeMap<>();
        for (String table : TABLES) {
            rows.put(
                    table,
                    jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single());
        }
        Map<String, Long> threads = Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> !NOT_OURS.matcher(name).matches())
                .map(name -> DIGITS.matcher(name).replaceAll("#"))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return new Traces(written(), rows, threads);
    }

    /// @throws AssertionError if there is more or less now
    public void isAllThereIs(JdbcClient jdbc) {
        var now = Traces.of(jdbc);
        assertThat(now.files).isEqualTo(files);
        assertThat(now.rows).isEqualTo(rows);
        assertThat(now.threads)
                .allSatisfy((name, count) ->
                        assertThat(count).as(name).isLessThanOrEqualTo(threads.getOrDefault(name, 0L)));
    }

    private static List<Path> written() {
        try (Stream<Path> all = Files.walk(ServiceFolders.ROOT)) {
            return all.filter(path -> !path.startsWith(ServiceFolders.DATA.resolve("postgres"))
                            && !path.startsWith(ServiceFolders.DATA.resolve("postgres-binaries")))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
