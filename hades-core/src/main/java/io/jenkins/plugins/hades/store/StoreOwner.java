package io.jenkins.plugins.hades.store;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The process that has a store open.
 *
 * @param pid its process id
 * @param host the machine where it runs
 * @param user the user that it runs as
 * @param since when it opened the store
 */
public record StoreOwner(long pid, String host, String user, Instant since) {
    /** This process, from now on. */
    static StoreOwner thisProcess() {
        return new StoreOwner(
                ProcessHandle.current().pid(),
                thisHost(),
                System.getProperty("user.name"),
                Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Whether it is a process of this machine that can be seen to live: then waiting for its end is of no use. */
    boolean seenAlive() {
        return host.equals(thisHost())
                && ProcessHandle.of(pid)
                        .filter(ProcessHandle::isAlive)
                        .flatMap(process -> process.info().startInstant())
                        .filter(start -> !start.minusSeconds(1).isAfter(since))
                        .isPresent();
    }

    /** As an error names it. */
    @Override
    public String toString() {
        return "process " + pid + " of user " + user + " on " + host + ", since " + since;
    }

    private static String thisHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a machine without a name";
        }
    }
}
