package io.jenkins.plugins.hades.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.dockerjava.api.exception.DockerException;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns what docker-java throws into what is told to people. */
final class EngineFailures {
    private static final JsonMapper JSON = new JsonMapper();

    private final String server;
    private final EngineDiagnosis diagnosis;

    EngineFailures(String server, EngineDiagnosis diagnosis) {
        this.server = server;
        this.diagnosis = diagnosis;
    }

    /**
     * @param doing what was being done
     * @param failure what was thrown
     * @throws InterruptedException when the failure is this thread's interruption
     */
    HadesException explain(String doing, Exception failure) throws InterruptedException {
        if (isInterruption(failure)) {
            Thread.interrupted();
            throw (InterruptedException) new InterruptedException(doing + " was interrupted").initCause(failure);
        }
        Optional<HadesException> known = cause(failure, HadesException.class);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<DockerException> answered = cause(failure, DockerException.class);
        if (answered.isPresent()) {
            return refused(doing, answered.get().getHttpStatus(), message(answered.get()), failure);
        }
        Optional<HttpRequestWriter.UnreadableBodyException> unreadable =
                cause(failure, HttpRequestWriter.UnreadableBodyException.class);
        if (unreadable.isPresent()) {
            return new HadesException(
                    ErrorKind.FAILED,
                    doing,
                    "what was to be sent ended early: " + unreadable.get().getMessage(),
                    "",
                    failure);
        }
        Optional<EngineSilenceException> silence = cause(failure, EngineSilenceException.class);
        if (silence.isPresent()) {
            return new HadesException(
                    ErrorKind.TIMED_OUT,
                    doing,
                    silence.get().getMessage(),
                    "See on server " + server + " what it is busy with (journalctl --unit docker)",
                    failure);
        }
        Optional<IOException> broken = cause(failure, IOException.class);
        if (broken.isPresent() && !(broken.get() instanceof JsonProcessingException)) {
            return diagnosis.explain(doing, broken.get());
        }
        String text = text(failure);
        if (isFull(text)) {
            return full(doing, text, failure);
        }
        return new HadesException(
                ErrorKind.FAILED, doing, "the Docker daemon of server " + server + " reports: " + text, "", failure);
    }

    private HadesException refused(String doing, int status, String message, Exception failure) {
        String reason = "the Docker daemon of server " + server + " answers: " + message;
        if (isFull(message)) {
            return full(doing, message, failure);
        }
        ErrorKind kind =
                switch (status) {
                    case 400, 406 -> ErrorKind.BAD_INPUT;
                    case 401 -> ErrorKind.UNTRUSTED;
                    case 403 -> ErrorKind.FORBIDDEN;
                    case 404 -> ErrorKind.NOT_FOUND;
                    case 409 -> ErrorKind.CONFLICT;
                    default -> ErrorKind.FAILED;
                };
        return new HadesException(kind, doing, reason, "", failure);
    }

    private static boolean isFull(String message) {
        return message.toLowerCase(Locale.ROOT).contains("no space left on device");
    }

    private HadesException full(String doing, String message, Exception failure) {
        return new HadesException(
                ErrorKind.FAILED,
                doing,
                "there is no disk space left on server " + server + " (" + message + ")",
                "Free some there: \"docker system df\" shows what images, containers and build caches take",
                failure);
    }

    /** The engine's own words in an error that it answered with. */
    static String message(DockerException answered) {
        String body = Optional.ofNullable(answered.getMessage()).orElse("");
        int json = body.indexOf('{');
        if (json >= 0) {
            try {
                JsonNode message = JSON.readTree(body.substring(json)).path("message");
                if (message.isTextual()) {
                    body = message.asText();
                }
            } catch (JsonProcessingException e) {
                return body.strip();
            }
        }
        return body.strip().replaceAll("\\.+$", "");
    }

    private static String text(Exception failure) {
        return Optional.ofNullable(failure.getMessage())
                .orElseGet(() -> failure.getClass().getSimpleName())
                .strip()
                .replaceAll("\\.+$", "");
    }

    private static boolean isInterruption(Exception failure) {
        return chain(failure)
                .anyMatch(cause -> cause instanceof InterruptedException
                        || cause instanceof InterruptedIOException
                        || cause instanceof ClosedByInterruptException);
    }

    private static <T extends Exception> Optional<T> cause(Exception failure, Class<T> type) {
        return chain(failure).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
