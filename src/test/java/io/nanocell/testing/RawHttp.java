package io.nanocell.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sends what no honest client would. Each call has a connection of its own.
public final class RawHttp {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");
    private static final Pattern SLUG = Pattern.compile("\"/problems/([a-z-]+)\"");

    private final int port;

    public RawHttp(int port) {
        this.port = port;
    }

    /// What came back.
    ///
    /// @param status 0 if the connection broke off without an answer
    /// @param slug of the problem, "" if it is none
    public record Reply(int status, String slug, String text) {}

    /// @param lines request line and headers, ISO 8859-1, without `Connection`
    public Reply send(String lines, byte[] body) {
        return send((lines + "\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1), body, false);
    }

    /// @param hangUp whether the client leaves after its last byte instead of waiting for the answer
    public Reply send(byte[] head, byte[] body, boolean hangUp) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            try {
                socket.getOutputStream().write(head);
                socket.getOutputStream().write(body);
                socket.getOutputStream().flush();
            } catch (SocketException answeredEarly) {
                // the server may say no before it has heard all
            }
            if (hangUp) {
                return new Reply(0, "", "");
            }
            return reply(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply reply(Socket socket) throws IOException {
        var text = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(text);
        } catch (SocketException brokenOff) {
            // what has come counts
        }
        String answer = text.toString(ISO_8859_1);
        Matcher status = STATUS.matcher(answer);
        Matcher slug = SLUG.matcher(answer);
        return new Reply(
                status.lookingAt() ? Integer.parseInt(status.group(1)) : 0, slug.find() ? slug.group(1) : "", answer);
    }
}
