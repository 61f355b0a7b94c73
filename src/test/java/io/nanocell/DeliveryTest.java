package io.nanocell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/// What a lab installs: the compose file and the image, read as a container engine reads them.
class DeliveryTest {

    private static final Path COMPOSE = Path.of("docker-compose.yml");
    private static final Map<String, Object> FILE = new Yaml().load(text(COMPOSE));
    private static final String DOCKERFILE = text(Path.of("Dockerfile"));

    @Test
    void theServiceWaitsForItsDatabaseAndNotForTheModel() {
        assertThat(map("services", "app", "depends_on").keySet()).containsExactly("db");
        assertThat(at("services", "app", "depends_on", "db", "condition")).isEqualTo("service_healthy");
        assertThat(at("services", "model", "depends_on", "ollama", "condition")).isEqualTo("service_healthy");
        assertThat(at("services", "db", "depends_on", "password", "condition"))
                .isEqualTo("service_completed_successfully");
    }

    @Test
    void theDatabaseKeepsItsDataAndSaysWhenItIsReady() {
        assertThat(at("services", "db", "image")).isEqualTo("postgres:18");
        assertThat(list("services", "db", "volumes")).contains("db:/var/lib/postgresql");
        assertThat(list("services", "db", "healthcheck", "test")).contains("pg_isready", "--host=127.0.0.1");
    }

    @Test
    void onlyTheServiceIsPublishedAndOnlyToThisMachine() {
        assertThat(list("services", "app", "ports"))
                .containsExactly("${NANOCELL_BIND:-127.0.0.1}:${NANOCELL_PORT:-8080}:8080");
        for (String service : List.of("password", "db", "ollama", "model", "reference")) {
            assertThat(map("services", service).keySet()).as(service).doesNotContain("ports");
            assertThat(map("services", service)).as(service).doesNotContainEntry("network_mode", "host");
        }
    }

    @Test
    void theEvidenceStaysOnTheMachine() {
        assertThat(at("services", "ollama", "environment", "OLLAMA_NO_CLOUD")).isEqualTo("1");
    }

    @Test
    void noSecretHasADefault() {
        assertThat(at("services", "app", "environment", "NANOCELL_API_KEY").toString())
                .startsWith("${NANOCELL_API_KEY:?");
        assertThat(map("services", "db", "environment")).doesNotContainKey("POSTGRES_PASSWORD");
        assertThat(at("services", "db", "environment", "POSTGRES_PASSWORD_FILE"))
                .isEqualTo("/secret/spring.datasource.password");
        assertThat(at("services", "app", "environment", "SPRING_CONFIG_IMPORT")).isEqualTo("configtree:/secret/");
        assertThat(text(COMPOSE)).doesNotContainPattern("PASSWORD:-[^}]");
    }

    @Test
    void whatFailsIsTriedAgain() {
        assertThat(map("services").keySet())
                .containsExactlyInAnyOrder("password", "db", "ollama", "model", "app", "reference");
        for (String daemon : List.of("db", "ollama", "app")) {
            assertThat(at("services", daemon, "restart")).as(daemon).isEqualTo("unless-stopped");
        }
        for (String once : List.of("password", "model")) {
            assertThat(at("services", once, "restart")).as(once).isEqualTo("on-failure");
        }
    }

    @Test
    void theReferenceFilesAreOptInAndReadByTheService() {
        assertThat(list("services", "reference", "profiles")).containsExactly("reference");
        assertThat(list("services", "reference", "entrypoint")).contains("/scripts/download.sh", "/reference");
        assertThat(list("services", "app", "volumes")).contains("${NANOCELL_REFERENCE_DIR:-reference}:/reference:ro");
        assertThat(at("services", "app", "environment", "NANOCELL_REFERENCE_PATH"))
                .isEqualTo("/reference");
    }

    @Test
    void theServiceIsBoundedAndWithoutPrivileges() {
        assertThat(at("services", "app", "mem_limit")).isEqualTo("${NANOCELL_MEMORY:-8g}");
        assertThat(list("services", "app", "cap_drop")).containsExactly("ALL");
        assertThat(list("services", "app", "security_opt")).containsExactly("no-new-privileges:true");
        assertThat(DOCKERFILE).contains("\nUSER nanocell\n", "-XX:MaxRAMPercentage=75", "HEALTHCHECK");
    }

    @Test
    void everyVolumeIsNamedAndEveryFileIsThere() {
        List<String> mounts = map("services").keySet().stream()
                .flatMap(service -> ((List<?>) map("services", service).getOrDefault("volumes", List.of())).stream())
                .map(Object::toString)
                .toList();
        assertThat(mounts.stream().filter(mount -> mount.matches("[a-z].*")).map(mount -> mount.split(":", 2)[0]))
                .isSubsetOf(keys("volumes"));
        assertThat(mounts.stream()
                        .filter(mount -> mount.startsWith("./"))
                        .map(mount -> Path.of(mount.split(":", 2)[0])))
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder).isDirectory());
        assertThat(Path.of("docker/db-password.sh")).isRegularFile();
        assertThat(Path.of("ollama/load-model.sh")).isRegularFile();
    }

    @Test
    void theImageHasAllLayersAndTheFlagsThatAManifestCannotHold() {
        assertThat(DOCKERFILE)
                .contains("extract --layers")
                .contains("--add-modules=jdk.incubator.vector --enable-native-access=ALL-UNNAMED");
        int last = -1; // what changes least comes first
        for (String layer : List.of("dependencies", "spring-boot-loader", "snapshot-dependencies", "application")) {
            int at = DOCKERFILE.indexOf("/build/layers/" + layer + "/ ./");
            assertThat(at).as(layer).isGreaterThan(last);
            last = at;
        }
        List<String> copied = DOCKERFILE
                .lines()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .map(line -> line.split(" ", 3)[1])
                .toList();
        assertThat(copied)
                .contains("pom.xml", "db", "reference-data", "src")
                .allSatisfy(file -> assertThat(Path.of(file)).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"http-tests", "src/test/node"})
    void thePackagesOfNpmArePinnedAndNameNoRegistry(String folder) {
        assertThat(text(Path.of(folder, "package.json"))).doesNotContain("\"^", "\"~", "\"latest\"");
        assertThat(text(Path.of(folder, "package-lock.json")))
                .contains("\"integrity\"")
                .doesNotContain("\"resolved\"", "http://");
    }

    private static Object at(String... path) {
        Object value = FILE;
        for (String key : path) {
            value = Objects.requireNonNull(((Map<?, ?>) value).get(key), () -> key + " of " + List.of(path));
        }
        return value;
    }

    private static Map<String, Object> map(String... path) {
        return ((Map<?, ?>) at(path))
                .entrySet().stream().collect(Collectors.toMap(e -> e.getKey().toString(), e -> (Object) e.getValue()));
    }

    private static List<String> keys(String... path) {
        return ((Map<?, ?>) at(path)).keySet().stream().map(Object::toString).toList();
    }

    private static List<String> list(String... path) {
        return ((List<?>) at(path)).stream().map(Object::toString).toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
