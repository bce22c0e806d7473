package io.jenkins.plugins.hades.cli.client;

import io.jenkins.plugins.hades.api.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.URISyntaxException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.net.URIBuilder;

/** Asks the process that owns the store, over its Unix socket; a connection a request. */
public final class SocketTransport implements Transport {
    private final Path path;

    /** @param path the socket */
    public SocketTransport(Path path) {
        this.path = path;
    }

    @Override
    public ApiResponse send(String method, String target, Map<String, String> query, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            connect(channel);
            OutputStream output = Channels.newOutputStream(channel);
            output.write(head(method, address(target, query), "application/json", content.length));
            output.write(content);
            output.flush();
            return read(Channels.newInputStream(channel));
        }
    }

    @Override
    public ApiResponse upload(String target, Map<String, String> query, Path file) throws IOException {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
                InputStream content = Files.newInputStream(file)) {
            connect(channel);
            Optional<IOException> cut = Optional.empty();
            try {
                OutputStream output = Channels.newOutputStream(channel);
                output.write(head("POST", address(target, query), BYTES, Files.size(file)));
                content.transferTo(output);
                output.flush();
            } catch (IOException e) {
                // Who refuses a request need not read it to its end: then the answer says why.
                cut = Optional.of(e);
            }
            return answered(channel, cut);
        }
    }

    private static ApiResponse answered(SocketChannel channel, Optional<IOException> cut) throws IOException {
        try {
            return read(Channels.newInputStream(channel));
        } catch (IOException e) {
            throw cut.orElse(e);
        }
    }

    private void connect(SocketChannel channel) throws IOException {
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException e) {
            ConnectException nobody = new ConnectException("nobody listens on " + path + ": " + e.getMessage());
            nobody.initCause(e);
            throw nobody;
        }
    }

    private static byte[] head(String method, String address, String type, long length) {
        String head = method + " " + address + " HTTP/1.1\r\nHost: hades\r\nContent-Type: " + type
                + "\r\nContent-Length: " + length + "\r\nConnection: close\r\n\r\n";
        return head.getBytes(StandardCharsets.US_ASCII);
    }

    private static String address(String target, Map<String, String> query) throws IOException {
        try {
            URIBuilder builder = new URIBuilder(target);
            query.forEach(builder::addParameter);
            return builder.build().toASCIIString();
        } catch (URISyntaxException e) {
            throw new IOException("\"" + target + "\" is no address", e);
        }
    }

    private static ApiResponse read(InputStream input) throws IOException {
        SessionInputBufferImpl buffer = new SessionInputBufferImpl(16 * 1024);
        try {
            ClassicHttpResponse response = new DefaultHttpResponseParser(Http1Config.DEFAULT).parse(buffer, input);
            if (response == null) {
                throw new IOException("the process that owns the store ended before it answered");
            }
            Map<String, String> headers = new LinkedHashMap<>();
            for (Header header : response.getHeaders()) {
                headers.put(header.getName(), header.getValue());
            }
            int length = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
            byte[] body = new org.apache.hc.core5.http.impl.io.ContentLengthInputStream(buffer, input, length)
                    .readNBytes(length);
            return new ApiResponse(response.getCode(), headers, new String(body, StandardCharsets.UTF_8));
        } catch (HttpException e) {
            throw new IOException("the process that owns the store gave an answer that cannot be read", e);
        }
    }

    @Override
    public void close() {
        // Nothing is kept between requests.
    }
}
