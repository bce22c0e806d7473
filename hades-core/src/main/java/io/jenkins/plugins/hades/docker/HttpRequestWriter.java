package io.jenkins.plugins.hades.docker;

import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.impl.io.ChunkedOutputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestWriter;
import org.apache.hc.core5.http.impl.io.SessionOutputBufferImpl;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/** Writes one HTTP/1.1 request: bytes with their length, a stream in chunks as it comes. */
final class HttpRequestWriter {
    private static final int BUFFER = 8 * 1024;
    private static final int CHUNK = 64 * 1024;

    private final OutputStream out;
    private final SessionOutputBufferImpl buffer = new SessionOutputBufferImpl(BUFFER);

    HttpRequestWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * @throws UnreadableBodyException when the body's own stream fails; the request is then incomplete and the connection of no use
     * @throws IOException when the other side takes no more
     */
    void write(Request request) throws IOException {
        writeHead(request);
        if (request.bodyBytes() != null) {
            buffer.write(request.bodyBytes(), out);
        } else if (request.body() != null) {
            writeChunks(request.body());
        }
        buffer.flush(out);
        out.flush();
    }

    private void writeHead(Request request) throws IOException {
        ClassicHttpRequest head = new BasicClassicHttpRequest(request.method(), request.path());
        head.setHeader(HttpHeaders.HOST, "docker");
        request.headers().forEach(head::setHeader);
        if (request.hijackedInput() != null) {
            head.setHeader(HttpHeaders.CONNECTION, "Upgrade");
            head.setHeader(HttpHeaders.UPGRADE, "tcp");
        }
        if (request.bodyBytes() != null) {
            head.setHeader(HttpHeaders.CONTENT_LENGTH, request.bodyBytes().length);
        } else if (request.body() != null) {
            head.setHeader(HttpHeaders.TRANSFER_ENCODING, "chunked");
        } else if (!request.method().equals("GET")) {
            head.setHeader(HttpHeaders.CONTENT_LENGTH, 0);
        }
        try {
            new DefaultHttpRequestWriter().write(head, buffer, out);
        } catch (HttpException e) {
            throw new IOException("a request that HTTP does not allow: " + e.getMessage(), e);
        }
    }

    private void writeChunks(InputStream body) throws IOException {
        buffer.flush(out);
        out.flush();
        ChunkedOutputStream chunks = new ChunkedOutputStream(buffer, out, CHUNK);
        byte[] piece = new byte[CHUNK];
        for (int count = next(body, piece); count >= 0; count = next(body, piece)) {
            chunks.write(piece, 0, count);
        }
        chunks.finish();
    }

    private static int next(InputStream body, byte[] piece) throws UnreadableBodyException {
        try {
            return body.read(piece);
        } catch (IOException e) {
            throw new UnreadableBodyException(e);
        }
    }

    /** The body of a request could not be read where it comes from. */
    static final class UnreadableBodyException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableBodyException(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
