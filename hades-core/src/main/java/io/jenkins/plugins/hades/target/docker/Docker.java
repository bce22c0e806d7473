package io.jenkins.plugins.hades.target.docker;

import io.jenkins.plugins.hades.context.OperationContext;
import io.jenkins.plugins.hades.context.SettledContext;
import io.jenkins.plugins.hades.docker.DockerEngine;
import io.jenkins.plugins.hades.docker.DockerEngines;
import io.jenkins.plugins.hades.docker.EngineCall;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.RemoteHost;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The engine of one server, asked again for a while when it is away: a daemon that restarts, or a connection that is cut, in the middle of
 * a change must not leave the change half done. So every call must be one that may be repeated. For one thread.
 */
final class Docker {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DockerEngines engines;
    private final RemoteHost host;
    private final OperationContext context;
    private Optional<DockerEngine> engine = Optional.empty();

    Docker(DockerEngines engines, RemoteHost host, OperationContext context) {
        this.engines = engines;
        this.host = host;
        this.context = context;
    }

    /** The same engine for work that must be done although the operation was stopped. */
    Docker settled() {
        return new Docker(engines, host, new SettledContext(context));
    }

    RemoteHost host() {
        return host;
    }

    OperationContext context() {
        return context;
    }

    String serverName() {
        return host.spec().name();
    }

    /** Whether containers have addresses that the server itself does not reach. */
    boolean rootless() throws InterruptedException {
        return patiently(() -> engine().info().rootless());
    }

    /** Whether the engine keeps images in containerd's store. */
    boolean containerdStore() throws InterruptedException {
        return patiently(() -> engine().info().containerdStore());
    }

    /** As {@link DockerEngine#call}, repeated for half a minute while the engine cannot be reached. */
    <T> T call(String doing, EngineCall<T> call) throws InterruptedException {
        return patiently(() -> engine().call(doing, call));
    }

    /** As {@link #call}, giving something else when the engine knows no such thing. */
    <T> T callOr(String doing, EngineCall<T> call, Supplier<T> missing) throws InterruptedException {
        try {
            return call(doing, call);
        } catch (HadesException e) {
            if (e.kind() == ErrorKind.NOT_FOUND) {
                return missing.get();
            }
            throw e;
        }
    }

    private interface Action<T> {
        T run() throws InterruptedException;
    }

    private <T> T patiently(Action<T> action) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        boolean told = false;
        while (true) {
            try {
                return action.run();
            } catch (HadesException e) {
                if (e.kind() != ErrorKind.UNREACHABLE || !Instant.now().isBefore(end)) {
                    throw e;
                }
                if (!told) {
                    told = true;
                    context.log(e.getMessage() + " It is tried again for " + PATIENCE.toSeconds() + " s.");
                }
            }
            context.checkpoint();
            Thread.sleep(PAUSE.toMillis());
        }
    }

    private DockerEngine engine() throws InterruptedException {
        if (engine.isEmpty()) {
            engine = Optional.of(engines.engine(host, context));
        }
        return engine.get();
    }
}
