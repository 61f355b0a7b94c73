package io.nanocell.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/// A call that must be refused.
///
/// @param name what is wrong with it
/// @param head request line and headers, without `Connection`
/// @param status expected; 0: the client hangs up and hears nothing
/// @param slug of the problem
public record BadCall(String name, String head, byte[] body, int status, String slug) {

    private static final String BOUNDARY = "----bad";
    private static final String API = "/api/v1/";
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    /// @return one of each kind
    public static List<BadCall> all() {
        return List.of(
                // who asks
                get("another host", "datasets", 403, "forbidden-host", "Host: evil.example"),
                get("a host that starts like ours", "datasets", 403, "forbidden-host", "Host: 127.0.0.1.evil.example"),
                json(
                        "a foreign page",
                        "marker-annotations",
                        "{}",
                        403,
                        "forbidden-origin",
                        "Origin: http://evil.example"),
                json("a page without origin", "marker-annotations", "{}", 403, "forbidden-origin", "Origin: null"),
                json("cross-site", "marker-annotations", "{}", 403, "forbidden-origin", "Sec-Fetch-Site: cross-site"),
                call("another host deletes", "DELETE", "datasets/" + NOBODY, 403, "forbidden-origin", "Origin: null"),
                // request lines and headers
                call("TRACE", "TRACE", "datasets?page=0", 405, "method-not-allowed"),
                call("a method that is none", "BREW", "datasets", 405, "method-not-allowed"),
                call("a method of others", "PROPFIND", "datasets", 405, "method-not-allowed"),
                call("PUT", "PUT", "datasets", 405, "method-not-allowed"),
                get("a line break in the path", "reference/genes/CD3E%0d%0aX: y", 400, "malformed-request"),
                get("an encoded line break", "reference/genes/CD3E%0d%0aX:y", 400, "malformed-request"),
                get("a NUL in the path", "reference/genes/a%00b", 400, "malformed-request"),
                get("a slash in a name", "reference/genes/..%2f..%2fetc%2fpasswd", 400, "malformed-request"),
                get("a way up", "../../../etc/passwd", 400, "malformed-request"),
                get("an id that is none", "datasets/1%20OR%201=1", 400, "invalid-parameters"),
                get("an id of nobody", "datasets/" + NOBODY, 404, "not-found"),
                get("a number that is too large", "datasets?page=99999999999999999999", 422, "invalid-parameters"),
                get("a page far away", "datasets?page=2147483647&size=200", 422, "invalid-parameters"),
                get("an unknown parameter", "datasets?key=secret", 422, "invalid-parameters"),
                get("a parameter without a name", "datasets?=x", 400, "malformed-request"),
                get("a broken escape", "datasets?page=%zz", 400, "malformed-request"),
                get("SQL in sort", "datasets?sort=name;DROP%20TABLE%20dataset", 422, "invalid-parameters"),
                get("a parameter twice", "datasets?page=0&page=1", 422, "invalid-parameters"),
                get("a control character for a state", "annotation-jobs?state=%0f", 422, "invalid-parameters"),
                get("a NUL in a parameter", "reference/labels?tissue=%00", 422, "invalid-parameters"),
                get("bytes that are no UTF-8", "reference/genes/%ff%fe", 400, "malformed-request"),
                get("headers of 20 kB", "datasets", 400, "malformed-request", "X: " + "y".repeat(20_000)),
                get("another media type", "datasets", 406, "not-acceptable", "Accept: text/csv"),
                new BadCall(
                        "two lengths",
                        "POST /api/v1/marker-annotations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n"
                                + "Content-Length: 9",
                        bytes("{}"),
                        400,
                        "malformed-request"),
                // JSON
                json("no JSON", "marker-annotations", "{", 400, "malformed-json"),
                json("nested 100,000 deep", "marker-annotations", "[".repeat(100_000), 422, "invalid-parameters"),
                json("a deep member", "annotation-jobs", "{\"parameters\":".repeat(50), 400, "malformed-json"),
                json(
                        "a member twice",
                        "annotation-jobs",
                        "{\"datasetId\":null,\"datasetId\":null}",
                        400,
                        "malformed-json"),
                json("6 MB", "marker-annotations", "{\"panel\":[" + "\"ACTA2\",".repeat(750_000), 413, "too-large"),
                json("a name of 2 kB", "annotation-jobs", "{\"" + "n".repeat(2_000) + "\":1}", 400, "malformed-json"),
                json(
                        "a number of 200 digits",
                        "annotation-jobs",
                        "{\"datasetId\":" + "9".repeat(200),
                        400,
                        "malformed-json"),
                json("a gap in a list", "marker-annotations", withParameters("\"labelSpace\":{\"include\":[null]}")),
                json("an infinite radius", "marker-annotations", withParameters("\"hsnmf\":{\"radius\":1e999}")),
                json("an unknown field", "marker-annotations", withParameters("\"__proto__\":{}")),
                json("an unpaired surrogate", "marker-annotations", withParameters("\"tissue\":\"\\ud800\"")),
                json("text after it", "annotation-jobs", "{} {}"),
                new BadCall(
                        "bytes that are no UTF-8 in JSON",
                        post("annotation-jobs", "application/json", 17),
                        "{\"parameters\":\"\u00ff\u00fe".getBytes(ISO_8859_1),
                        400,
                        "malformed-json"),
                new BadCall(
                        "XML",
                        post("annotation-jobs", "application/xml", 4),
                        bytes("<x/>"),
                        415,
                        "unsupported-media-type"),
                // folders of the server
                folder("../../../etc"),
                folder("/etc"),
                folder("/proc/self/root"),
                folder("a/../../../.."),
                folder("~root"),
                folder("\\\\server\\share"),
                folder("file:///etc"),
                folder("a\\u0000b"),
                folder("x".repeat(4_000)),
                // uploads
                upload("no part at all", "", 422, "invalid-parameters"),
                upload("cut off", part("bundle", "run.zip", "PK").stripTrailing(), 400, "malformed-request"),
                upload("an unknown part", part("../../x", "run.zip", "PK") + end(), 422, "invalid-parameters"),
                upload("2,000 parts", part("bundle", "run.zip", "PK").repeat(2_000) + end(), 413, "too-large"),
                upload("2,000 fields", field("name", "x").repeat(2_000) + end(), 413, "too-large"),
                upload("a field of 3 MB", field("name", "x".repeat(3_000_000)) + end(), 413, "too-large"),
                upload("a part header of 9 kB", part("bundle", "x".repeat(9_000), "PK") + end(), 413, "too-large"),
                upload(
                        "SQL in a file name",
                        part("bundle", "x'); DROP TABLE dataset;--.zip", "PK") + end(),
                        415,
                        "unsupported-file"),
                upload(
                        "a path in a file name",
                        part("bundle", "../../../etc/cron.d/x", "PK") + end(),
                        415,
                        "unsupported-file"),
                upload(
                        "a pattern in a file name",
                        part("bundle", "*.parquet", "PAR1") + end(),
                        415,
                        "unsupported-file"),
                upload(
                        "a line break in a file name",
                        part("bundle", "a\r\nX: y", "PK") + end(),
                        415,
                        "unsupported-file"),
                upload("a NUL in a file name", part("bundle", "a\0b", "PK") + end(), 400, "malformed-request"),
                upload(
                        "a name that reads backwards",
                        part("bundle", "\u202Ezip.exe", "PK") + end(),
                        415,
                        "unsupported-file"),
                upload("an empty file", part("bundle", "run.zip", "") + end(), 422, "invalid-parameters"),
                upload(
                        "parameters that are no JSON",
                        part("bundle", "run.zip", "PK") + field("parameters", "{") + end(),
                        400,
                        "malformed-json"),
                new BadCall(
                        "no boundary",
                        post("datasets", "multipart/form-data", 1),
                        bytes("x"),
                        400,
                        "malformed-request"),
                new BadCall(
                        "an upload to nowhere",
                        post("datasets/" + NOBODY, "multipart/form-data; boundary=x", 1),
                        bytes("x"),
                        405,
                        "method-not-allowed"),
                // clients that leave
                new BadCall(
                        "leaves in the middle of a file",
                        post("datasets", type(), 900_000),
                        bytes(part("bundle", "run.zip", "x".repeat(100_000))),
                        0,
                        ""),
                new BadCall(
                        "leaves in the middle of JSON",
                        post("marker-annotations", "application/json", 900),
                        bytes("{"),
                        0,
                        ""),
                new BadCall(
                        "leaves after the request",
                        "GET /api/v1/reference/labels HTTP/1.1\r\nHost: localhost",
                        new byte[0],
                        0,
                        ""));
    }

    /// @return whether what came back is the refusal that this call deserves
    public boolean isRefusedBy(RawHttp.Reply reply) {
        return reply.status() == status && reply.slug().equals(slug);
    }

    public RawHttp.Reply send(RawHttp http) {
        return status == 0 ? http.send((head + "\r\n\r\n").getBytes(ISO_8859_1), body, true) : http.send(head, body);
    }

    private static BadCall get(String name, String path, int status, String slug, String... headers) {
        return call(name, "GET", path, status, slug, headers);
    }

    private static BadCall call(String name, String method, String path, int status, String slug, String... headers) {
        return new BadCall(name, head(method, path, headers), new byte[0], status, slug);
    }

    private static BadCall json(String name, String path, String body, int status, String slug, String... headers) {
        byte[] bytes = bytes(body);
        String head =
                head("POST", path, headers) + "\r\nContent-Type: application/json\r\nContent-Length: " + bytes.length;
        return new BadCall(name, head, bytes, status, slug);
    }

    private static BadCall json(String name, String path, String body) {
        return json(name, path, body, 422, "invalid-parameters");
    }

    private static String withParameters(String member) {
        return "{\"clusters\":[{\"id\":\"0\",\"markers\":[\"CD3E\"]}],\"parameters\":{%s}}".formatted(member);
    }

    private static BadCall folder(String path) {
        String body = "{\"path\":\"%s\"}".formatted(path.startsWith("\\") ? path.replace("\\", "\\\\") : path);
        return json("the folder " + path.substring(0, Math.min(20, path.length())), "datasets", body);
    }

    private static BadCall upload(String name, String parts, int status, String slug) {
        byte[] body = bytes(parts.isEmpty() ? end() : parts);
        return new BadCall(name, post("datasets", type(), body.length), body, status, slug);
    }

    private static String post(String path, String type, int length) {
        return head("POST", path) + "\r\nContent-Type: " + type + "\r\nContent-Length: " + length;
    }

    private static String head(String method, String path, String... headers) {
        boolean host = headers.length > 0 && headers[0].startsWith("Host:");
        return method + " " + API + path + " HTTP/1.1" + (host ? "" : "\r\nHost: localhost")
                + (headers.length == 0 ? "" : "\r\n" + String.join("\r\n", headers));
    }

    private static String type() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    private static String part(String name, String file, String content) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, file, content);
    }

    private static String field(String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value);
    }

    private static String end() {
        return "--" + BOUNDARY + "--\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
