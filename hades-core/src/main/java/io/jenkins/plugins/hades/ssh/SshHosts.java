package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.ssh.key.MinaLoader;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.client.SshClient;

/**
 * Servers over SSH. One instance serves a whole process.
 *
 * <p>Threads: MINA's few I/O threads read and write all connections and never wait for anybody; one thread keeps time (keep-alives, unused
 * connections, the end of outputs that stay open); workers, made as needed and gone after a minute, open connections, feed commands
 * that get an input, and end what was cancelled. All are daemons. Nothing is kept over a restart: what ran is found by its token.
 */
public final class SshHosts implements RemoteHosts {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final SshSettings settings;
    private final SshClient client;
    private final ExecutorService workers;
    private final ScheduledExecutorService time;
    private final Map<ServerSpec, SshHost> hosts = new ConcurrentHashMap<>();

    /** Servers with these settings; connects to none yet. */
    public SshHosts(SshSettings settings) {
        this.settings = settings;
        this.workers = Executors.newCachedThreadPool(work -> daemon(work, "hades-ssh-worker-"));
        this.time = Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "hades-ssh-time-"));
        try {
            this.client = MinaLoader.call(() -> {
                SshClient made = MinaClient.create(settings);
                made.setScheduledExecutorService(time, false);
                made.start();
                return made;
            });
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("the SSH client could not be started", e);
        }
        long pause = Math.max(100, settings.idleClose().toMillis() / 4);
        ScheduledFuture<?> unused = time.scheduleWithFixedDelay(this::tidy, pause, pause, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name + NUMBER.incrementAndGet());
        thread.setDaemon(true);
        thread.setContextClassLoader(SshClient.class.getClassLoader());
        return thread;
    }

    @Override
    public RemoteHost host(ServerSpec spec) {
        return find(spec);
    }

    private SshHost find(ServerSpec spec) {
        SshHost known = hosts.get(spec);
        if (known != null) {
            return known;
        }
        Optional<ConnectionPool> jump = spec.jump().map(this::find).map(SshHost::pool);
        Connector connector = new Connector(spec, settings, client, jump);
        ConnectionPool pool = new ConnectionPool(connector, settings, workers);
        SshHost made = new SshHost(spec, settings, connector, pool, workers);
        SshHost other = hosts.putIfAbsent(spec, made);
        return other == null ? made : other;
    }

    /** Closes unused connections, and forgets servers that have none: whoever still holds one may go on using it. */
    private void tidy() {
        hosts.values().removeIf(host -> !host.pool().tidy());
    }

    @Override
    public void close() {
        hosts.values().forEach(host -> host.pool().close());
        hosts.clear();
        client.stop();
        workers.shutdownNow();
        time.shutdownNow();
    }
}
