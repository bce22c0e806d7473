package io.jenkins.plugins.hades.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.core.RemoteApiVersion;
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
     * The engine of a server, for the work of one operation; asks it who it is.
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
            RemoteApiVersion version = agree(
                    doing,
                    host,
                    client(http, RemoteApiVersion.unknown()).versionCmd().exec());
            DockerClient client = client(http, version);
            EngineInfo info = EngineInfo.of(client.infoCmd().exec());
            return new DockerEngine(host, context, client, version, failures, info);
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
