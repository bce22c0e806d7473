package io.jenkins.plugins.hades.cli.socket;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ContentLengthStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpMessage;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultContentLengthStrategy;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;

/** Reads the bodies of HTTP/1.1 messages, and holds the limits of their heads. */
final class HttpMessages {
    /** The limits of a message's head. */
    static final Http1Config LIMITS = Http1Config.custom()
            .setMaxHeaderCount(100)
            .setMaxLineLength(16 * 1024)
            .setBufferSize(16 * 1024)
            .build();

    private HttpMessages() {}

    /** A body of any length; empty where there is none. It ends with an {@link IOException} where it ends before it should. */
    static InputStream stream(HttpMessage message, SessionInputBufferImpl buffer, InputStream input)
            throws HttpException {
        long length = DefaultContentLengthStrategy.INSTANCE.determineLength(message);
        if (length == ContentLengthStrategy.UNDEFINED) {
            return InputStream.nullInputStream();
        }
        return length == ContentLengthStrategy.CHUNKED
                ? new ChunkedInputStream(buffer, input)
                : new ContentLengthInputStream(buffer, input, length);
    }

    /**
     * Reads a whole body.
     *
     * @param largest how many bytes it may have
     * @throws IOException when it has more
     */
    static byte[] body(HttpMessage message, SessionInputBufferImpl buffer, InputStream input, int largest)
            throws IOException, HttpException {
        long length = DefaultContentLengthStrategy.INSTANCE.determineLength(message);
        if (length > largest) {
            throw new IOException("the body has " + length + " bytes, more than " + largest);
        }
        try (InputStream body = stream(message, buffer, input)) {
            byte[] bytes = body.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new IOException("the body has more than " + largest + " bytes");
            }
            return bytes;
        }
    }
}
