package io.jenkins.plugins.hades.ssh;

import java.time.Duration;

/**
 * How connections are kept. The defaults suit a controller and servers on the Internet.
 *
 * @param connectTimeout how long a server may take to accept a connection, and then to introduce itself
 * @param loginTimeout how long it may take to agree on keys and to accept the login
 * @param keepAlive how often a server is asked whether it is still there
 * @param keepAliveMisses how many of these questions may stay without an answer before the connection counts as lost
 * @param idleClose how long an unused connection is kept
 * @param sessionsPerConnection how many commands may share a connection; sshd allows ten unless {@code MaxSessions} says otherwise
 * @param connectionsPerServer how many connections one server gets before commands wait for each other
 * @param linger how long the output of a command that has ended may stay open without a byte before it counts as complete: a child left in
 *     the background may hold it
 * @param termGrace how long a process that is to be ended may take to obey TERM before it gets KILL
 */
public record SshSettings(
        Duration connectTimeout,
        Duration loginTimeout,
        Duration keepAlive,
        int keepAliveMisses,
        Duration idleClose,
        int sessionsPerConnection,
        int connectionsPerServer,
        Duration linger,
        Duration termGrace) {
    public SshSettings {
        if (sessionsPerConnection < 1 || connectionsPerServer < 1 || keepAliveMisses < 1) {
            throw new IllegalArgumentException("sessions, connections and misses must be at least 1");
        }
    }

    /** How long a connection whose server is gone may stay unnoticed. */
    Duration deadAfter() {
        return keepAlive.multipliedBy(keepAliveMisses + 1L);
    }

    /** The defaults. */
    public static SshSettings ofDefaults() {
        return new SshSettings(
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                Duration.ofSeconds(15),
                3,
                Duration.ofMinutes(2),
                8,
                4,
                Duration.ofSeconds(3),
                Duration.ofSeconds(2));
    }

    /** The same with other time-outs for connecting and logging in. */
    public SshSettings withTimeouts(Duration connect, Duration login) {
        return new SshSettings(
                connect,
                login,
                keepAlive,
                keepAliveMisses,
                idleClose,
                sessionsPerConnection,
                connectionsPerServer,
                linger,
                termGrace);
    }

    /** The same with another keep-alive. */
    public SshSettings withKeepAlive(Duration interval, int misses) {
        return new SshSettings(
                connectTimeout,
                loginTimeout,
                interval,
                misses,
                idleClose,
                sessionsPerConnection,
                connectionsPerServer,
                linger,
                termGrace);
    }

    /** The same with another size of a server's pool, and another time that unused connections are kept. */
    public SshSettings withPool(int sessions, int connections, Duration idle) {
        return new SshSettings(
                connectTimeout,
                loginTimeout,
                keepAlive,
                keepAliveMisses,
                idle,
                sessions,
                connections,
                linger,
                termGrace);
    }
}
