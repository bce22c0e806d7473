package io.jenkins.plugins.hades.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.RemoteApiVersion;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The Docker Engine of one server, for the work of one operation. Holds no connection between calls, so it needs no closing; each
 * connection is closed when the operation stops. Thread-safe.
 */
public final class DockerEngine {
    private final RemoteHost host;
    private final OperationContext context;
    private final EngineHttpClient http;
    private final DockerClient client;
    private final RemoteApiVersion apiVersion;
    private final EngineFailures failures;
    private Optional<EngineInfo> info = Optional.empty();

    DockerEngine(
            RemoteHost host,
            OperationContext context,
            EngineHttpClient http,
            DockerClient client,
            RemoteApiVersion apiVersion,
            EngineFailures failures) {
        this.host = host;
        this.context = context;
        this.http = http;
        this.client = client;
        this.apiVersion = apiVersion;
        this.failures = failures;
    }

    /** The server. */
    public RemoteHost host() {
        return host;
    }

    /** The operation that it works for. */
    public OperationContext context() {
        return context;
    }

    /** What the engine says of itself; it is asked once. */
    public synchronized EngineInfo info() throws InterruptedException {
        if (info.isEmpty()) {
            info = Optional.of(call(
                    "Asking Docker on server " + host.spec().name() + " about itself",
                    engine -> EngineInfo.of(engine.infoCmd().exec())));
        }
        return info.get();
    }

    /** The version of the API that is spoken with it: {@code 1.41}. */
    public String apiVersion() {
        return apiVersion.getVersion();
    }

    /**
     * Uses the API, and says clearly what went wrong.
     *
     * @param doing what is being done, to what: {@code "Starting container web on server deploy"}
     * @throws HadesException of the kind that fits the engine's answer ({@code NOT_FOUND}, {@code CONFLICT}, {@code BAD_INPUT},
     *     {@code FAILED} …), {@code UNREACHABLE} when the daemon or the server is gone, {@code TIMED_OUT} when it does not answer, {@code CANCELLED}
     *     or {@code TIMED_OUT} when the operation is stopped meanwhile
     */
    public <T> T call(String doing, EngineCall<T> call) throws InterruptedException {
        context.checkpoint();
        try {
            return call.on(client);
        } catch (HadesException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            context.checkpoint();
            throw failures.explain(doing, e);
        }
    }

    /**
     * How many bytes the layers of all its images take; empty if the engine does not say so within some seconds: on a server with much data it may have to count for
     * long.
     */
    public OptionalLong imageBytes() throws InterruptedException {
        String doing =
                "Asking how much room the images of server " + host.spec().name() + " take";
        try {
            return call(doing, known -> ImageUsage.bytes(http, apiVersion()));
        } catch (HadesException e) {
            if (e.kind() == ErrorKind.TIMED_OUT
                    && !context.deadline().map(Instant.now()::isAfter).orElse(false)) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    /**
     * The bare client, for what {@link #call} does not fit, such as a stream that outlives the call. Its failures are docker-java's; {@link
     * #call} around the use of the stream explains them.
     */
    public DockerClient client() {
        return client;
    }
}
