import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/// Exits with 0 if the service in this container is ready, else with 1.
void main() throws InterruptedException {
    var ready = HttpRequest.newBuilder(URI.create("http://127.0.0.1:8080/actuator/health/readiness")).build();
    try (var client = HttpClient.newHttpClient()) {
        int status = client.send(ready, BodyHandlers.discarding()).statusCode();
        IO.println(status);
        System.exit(status == 200 ? 0 : 1);
    } catch (IOException e) {
        IO.println(e);
        System.exit(1);
    }
}
