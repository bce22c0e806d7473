package io.jenkins.plugins.hades.docker;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;

/** Reads one HTTP/1.1 response: its head, and its body as its head says that it is framed. */
final class HttpResponseReader {
    private static final int BUFFER = 16 * 1024;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final String RAW_STREAM = "application/vnd.docker.raw-stream";

    private final InputStream in;
    private final SessionInputBufferImpl buffer = new SessionInputBufferImpl(BUFFER);

    HttpResponseReader(InputStream in) {
        this.in = in;
    }

    /** Reads the head; passes over interim responses. */
    Head readHead() throws IOException {
        while (true) {
            ClassicHttpResponse response = parse();
            int status = response.getCode();
            if (status >= 200 || status == SWITCHING_PROTOCOLS) {
                return new Head(status, headers(response));
            }
        }
    }

    /** The body that follows this head. */
    InputStream body(String method, Head head) throws IOException {
        if (head.hijacked()) {
            return new IdentityInputStream(buffer, in);
        }
        if (method.equals("HEAD") || head.status() == 204 || head.status() == 304) {
            return InputStream.nullInputStream();
        }
        if (head.header(HttpHeaders.TRANSFER_ENCODING)
                .filter("chunked"::equalsIgnoreCase)
                .isPresent()) {
            return new ChunkedInputStream(buffer, in);
        }
        Optional<String> length = head.header(HttpHeaders.CONTENT_LENGTH);
        if (length.isPresent()) {
            return new ContentLengthInputStream(buffer, in, parseLength(length.get()));
        }
        return new IdentityInputStream(buffer, in);
    }

    private ClassicHttpResponse parse() throws IOException {
        try {
            ClassicHttpResponse response = new DefaultHttpResponseParser().parse(buffer, in);
            if (response == null) {
                throw new EngineGoneException();
            }
            return response;
        } catch (HttpException e) {
            throw new IOException("the answer is no HTTP: " + e.getMessage(), e);
        }
    }

    private static long parseLength(String text) throws IOException {
        try {
            long length = Long.parseLong(text.strip());
            if (length >= 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            throw new IOException("the answer's length is no number: " + text, e);
        }
        throw new IOException("the answer's length is negative: " + text);
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : response.getHeaders()) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        return headers;
    }

    /** The connection ended before a response began. */
    static final class EngineGoneException extends IOException {
        private static final long serialVersionUID = 1L;

        EngineGoneException() {
            super("the connection ended before the Docker daemon answered");
        }
    }

    /**
     * The head of a response.
     *
     * @param status its status code
     * @param headers its headers, by name in any case
     */
    record Head(int status, Map<String, List<String>> headers) {
        Optional<String> header(String name) {
            return headers.getOrDefault(name, List.of()).stream().findFirst();
        }

        /** Whether the connection now carries a raw stream in both directions. */
        boolean hijacked() {
            return status == SWITCHING_PROTOCOLS || (status == 200 && isUnframed() && isRaw());
        }

        private boolean isUnframed() {
            return header(HttpHeaders.TRANSFER_ENCODING).isEmpty()
                    && header(HttpHeaders.CONTENT_LENGTH).isEmpty();
        }

        private boolean isRaw() {
            return header(HttpHeaders.CONTENT_TYPE)
                    .map(type -> type.toLowerCase(Locale.ROOT))
                    .filter(type -> type.startsWith(RAW_STREAM))
                    .isPresent();
        }
    }
}
