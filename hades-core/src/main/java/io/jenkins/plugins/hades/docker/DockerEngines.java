package io.jenkins.plugins.hades.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
import com.github.dockerjava.transport.DockerHttpClient;
import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** Gives the Docker Engines of servers. Thread-safe; has one thread of its own, for time-outs, until it is closed. */
public final class DockerEngines implements AutoCloseable {
    /** The oldest API that is spoken: that of Docker 19.03. */
    static final RemoteApiVersion OLDEST = RemoteApiVersion.VERSION_1_40;
    /** The newest API that is asked for where the engine speaks it; newer engines speak it too, or say what they want at least. */
    static final RemoteApiVersion NEWEST = RemoteApiVersion.VERSION_1_44;

    private final ScheduledThreadPoolExecutor timer;

    /** Starts the thread. */
    public DockerEngines() {
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "hades-docker-timer");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
    }

    /**
     * The engine of a server, for the work of one operation; asks it which API it speaks.
     *
     * @throws HadesException of kind {@code UNREACHABLE} when the server cannot be reached, has no Docker, or its daemon does not run, {@code FORBIDDEN}
     *     when the server's user may not use its socket, {@code FAILED} when it is older than Docker 19.03
     */
    public DockerEngine engine(RemoteHost host, OperationContext context) throws InterruptedException {
        EngineConnector connector = new EngineConnector(host, context);
        EngineHttpClient http = new EngineHttpClient(connector, context, timer, ResponseLimits::of);
        EngineFailures failures = new EngineFailures(host.spec().name(), new EngineDiagnosis(host, context));
        String doing = "Reaching Docker on server " + host.spec().name();
        context.checkpoint();
        try {
            Optional<RemoteApiVersion> pinged = pinged(http);
            RemoteApiVersion version = pinged.isPresent()
                    ? pinged.get()
                    : agree(
                            doing,
                            host,
                            client(http, RemoteApiVersion.unknown())
                                    .versionCmd()
                                    .exec());
            return new DockerEngine(host, context, http, client(http, version), version, failures);
        } catch (HadesException e) {
            throw e;
        } catch (RuntimeException e) {
            context.checkpoint();
            throw failures.explain(doing, e);
        }
    }

    private static DockerClient client(EngineHttpClient http, RemoteApiVersion version) {
        return DockerClientImpl.getInstance(new EngineClientConfig(version), http);
    }

    /**
     * The version that an engine speaks by its answer to a ping, which costs it nothing, while it starts several programs to tell all of its versions. Empty when
     * that is not enough to agree on one.
     */
    private static Optional<RemoteApiVersion> pinged(EngineHttpClient http) {
        DockerHttpClient.Request ping = DockerHttpClient.Request.builder()
                .method(DockerHttpClient.Request.Method.GET)
                .path("/_ping")
                .build();
        try (DockerHttpClient.Response answer = http.execute(ping)) {
            return answer.getHeaders().entrySet().stream()
                    .filter(header -> answer.getStatusCode() == 200 && "api-version".equalsIgnoreCase(header.getKey()))
                    .flatMap(header -> header.getValue().stream())
                    .map(RemoteApiVersion::parseConfigWithDefault)
                    .filter(spoken -> isAtLeast(spoken, OLDEST) && isAtLeast(NEWEST, spoken))
                    .findFirst();
        }
    }

    private static RemoteApiVersion agree(String doing, RemoteHost host, Version engine) {
        RemoteApiVersion spoken = RemoteApiVersion.parseConfigWithDefault(engine.getApiVersion());
        if (!isAtLeast(spoken, OLDEST)) {
            throw new HadesException(
                    ErrorKind.FAILED,
                    doing,
                    "Docker " + Optional.ofNullable(engine.getVersion()).orElse("of unknown version") + " of server "
                            + host.spec().name() + " is too old: it speaks API "
                            + Optional.ofNullable(engine.getApiVersion()).orElse("of unknown version")
                            + ", and at least "
                            + OLDEST.getVersion() + " is needed",
                    "Upgrade it there to Docker 19.03 or newer");
        }
        RemoteApiVersion wanted = isAtLeast(spoken, NEWEST) ? NEWEST : spoken;
        RemoteApiVersion least = RemoteApiVersion.parseConfigWithDefault(engine.getMinAPIVersion());
        return isAtLeast(least, wanted) ? least : wanted;
    }

    private static boolean isAtLeast(RemoteApiVersion version, RemoteApiVersion other) {
        return version.equals(other) || version.isGreater(other);
    }

    /** Ends the thread; engines that were given out lose their time-outs only. */
    @Override
    public void close() {
        timer.shutdownNow();
    }
}
