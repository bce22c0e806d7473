package io.jenkins.plugins.hades.cli.web;

import io.jenkins.plugins.hades.api.ApiRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/** Reads the bodies of requests: no more than so many bytes, no longer than a given time. */
final class Bodies {
    private final Duration patience;

    Bodies(Duration patience) {
        this.patience = patience;
    }

    /** A body that is not taken. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private final int status;

        Refused(int status, String reason) {
            super(reason);
            this.status = status;
        }

        /** The HTTP status that says so. */
        int status() {
            return status;
        }
    }

    /** The whole body of a request to the API; blocks until it is there. */
    String read(Request request) throws IOException, Refused {
        return text(read(request, ApiRequest.LARGEST_BODY));
    }

    /** The whole body, of no more than so many bytes; blocks until it is there. */
    byte[] read(Request request, int most) throws IOException, Refused {
        if (request.getLength() > most) {
            throw tooLarge(most);
        }
        Scheduler.Task limit = request.getComponents()
                .getScheduler()
                .schedule(
                        () -> request.fail(new TimeoutException("The body took longer than " + patience)),
                        patience.toMillis(),
                        TimeUnit.MILLISECONDS);
        try (InputStream input = Request.asInputStream(request)) {
            byte[] bytes = input.readNBytes(most + 1);
            if (bytes.length > most) {
                throw tooLarge(most);
            }
            return bytes;
        } finally {
            limit.cancel();
        }
    }

    private static String text(byte[] bytes) throws Refused {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Refused(400, "The body is not UTF-8.");
        }
    }

    private static Refused tooLarge(int most) {
        return new Refused(413, "The body has more than " + most + " bytes.");
    }
}
