package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.ssh.key.MinaLoader;
import java.io.IOException;
import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
    private final Map<ServerSpec, Reference<SshHost>> hosts = new HashMap<>();
    private final Set<SshHost> live = ConcurrentHashMap.newKeySet();

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

    @Override
    public List<HostKey> hostKeys(ServerSpec spec) throws InterruptedException {
        return new Connector(spec, settings, client, spec.jump().map(this::find)).hostKeys();
    }

    private synchronized SshHost find(ServerSpec spec) {
        SshHost known = Optional.ofNullable(hosts.get(spec)).map(Reference::get).orElse(null);
        if (known != null) {
            return known;
        }
        SshHost made = new SshHost(spec, settings, client, spec.jump().map(this::find), workers, live::add);
        hosts.put(spec, new WeakReference<>(made));
        return made;
    }

    /** Closes unused connections, and forgets servers that have none and that nobody holds. */
    private synchronized void tidy() {
        live.removeIf(host -> !host.pool().tidy());
        hosts.values().removeIf(reference -> reference.get() == null);
    }

    @Override
    public synchronized void close() {
        hosts.values().stream().map(Reference::get).filter(Objects::nonNull).forEach(host -> host.pool()
                .close());
        hosts.clear();
        live.clear();
        client.stop();
        workers.shutdownNow();
        time.shutdownNow();
    }
}
