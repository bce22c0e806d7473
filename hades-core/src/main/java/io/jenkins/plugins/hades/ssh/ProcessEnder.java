package io.jenkins.plugins.hades.ssh;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.shell.ProcessScripts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Ends processes on a server by their mark: TERM to each that is found, KILL to those that are left after the grace, new ones included. It
 * never signals a process that neither carries the mark nor belongs to a group that is known to be the mark's. Thread-safe; those who
 * want the same operation ended at once share one round.
 */
final class ProcessEnder {
    private static final long LOOK_MILLISECONDS = 100;
    private static final long GIVE_UP_SECONDS = 10;

    private final String server;
    private final SshSettings settings;
    private final CommandRunner runner;
    private final Connector connector;
    private final ConnectionPool pool;
    private final Map<String, CompletableFuture<Integer>> running = new ConcurrentHashMap<>();

    /**
     * @param server the server, for errors
     * @param settings the grace
     * @param runner runs the scripts
     * @param connector opens connections that nothing else uses
     * @param pool the connections that stand already
     */
    ProcessEnder(String server, SshSettings settings, CommandRunner runner, Connector connector, ConnectionPool pool) {
        this.server = server;
        this.settings = settings;
        this.runner = runner;
        this.connector = connector;
        this.pool = pool;
    }

    /** Ends all processes of an operation, over a connection of its own; how many there were. */
    int endOperation(String token) throws InterruptedException {
        CompletableFuture<Integer> mine = new CompletableFuture<>();
        CompletableFuture<Integer> other = running.putIfAbsent(token, mine);
        if (other != null) {
            return await(other);
        }
        try {
            int count = end(CommandStarter.OPERATION_MARK, token, fresh());
            mine.complete(count);
            return count;
        } catch (RuntimeException | InterruptedException | Error e) {
            mine.completeExceptionally(e);
            throw e;
        } finally {
            running.remove(token, mine);
        }
    }

    /** Ends all processes of one command, over a connection that stands already if there is one; how many there were. */
    int endCommand(String id) throws InterruptedException {
        Optional<ConnectionPool.Lease> free = pool.freeSession();
        if (free.isPresent()) {
            try {
                return end(CommandStarter.COMMAND_MARK, id, free.get());
            } catch (HadesException e) {
                if (e.kind() != ErrorKind.UNREACHABLE) {
                    throw e;
                }
            }
        }
        return end(CommandStarter.COMMAND_MARK, id, fresh());
    }

    private ConnectionUse fresh() throws InterruptedException {
        return ConnectionUse.only(connector.connect(Optional.empty()));
    }

    private static int await(CompletableFuture<Integer> other) throws InterruptedException {
        try {
            return other.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof HadesException failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        }
    }

    private int end(String variable, String value, ConnectionUse connection) throws InterruptedException {
        Map<String, ProcessTable.Entry> seen = new HashMap<>();
        Set<Integer> groups = new HashSet<>();
        Set<String> asked = new HashSet<>();
        Set<String> refused = new TreeSet<>();
        long start = System.nanoTime();
        long killAt = start + settings.termGrace().toNanos();
        long giveUpAt = killAt + TimeUnit.SECONDS.toNanos(GIVE_UP_SECONDS);
        try (ConnectionUse use = connection) {
            while (true) {
                ProcessTable table = ProcessTable.parse(runner.script(use, ProcessScripts.list(variable, value)));
                List<ProcessTable.Entry> alive = table.belonging(seen, groups);
                alive.forEach(process -> seen.put(process.key(), process));
                if (alive.isEmpty()) {
                    return seen.size();
                }
                if (System.nanoTime() > giveUpAt) {
                    throw left(alive, refused);
                }
                boolean kill = System.nanoTime() >= killAt;
                List<String> targets = alive.stream()
                        .map(ProcessTable.Entry::key)
                        .filter(key -> kill || asked.add(key))
                        .toList();
                if (!targets.isEmpty()) {
                    refused.addAll(signal(use, kill ? "KILL" : "TERM", targets));
                }
                TimeUnit.MILLISECONDS.sleep(LOOK_MILLISECONDS);
            }
        }
    }

    private List<String> signal(ConnectionUse use, String signal, List<String> targets) throws InterruptedException {
        String output = runner.script(use, ProcessScripts.signal(signal, targets));
        return output.lines().filter(line -> !line.isBlank()).toList();
    }

    private HadesException left(List<ProcessTable.Entry> alive, Set<String> refused) {
        String ids = alive.stream().map(process -> String.valueOf(process.id())).collect(Collectors.joining(", "));
        boolean rights = alive.stream().anyMatch(process -> refused.contains(String.valueOf(process.id())));
        return new HadesException(
                ErrorKind.FAILED,
                "Ending processes on " + server,
                "these are still there: " + ids
                        + (rights ? ", and the user has not the right to end them all" : ", though they were killed"),
                "Look at them with 'ps -fp " + ids.replace(" ", "") + "' and end them by hand");
    }
}
