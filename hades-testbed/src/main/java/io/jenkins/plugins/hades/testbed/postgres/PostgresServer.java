package io.jenkins.plugins.hades.testbed.postgres;

import io.jenkins.plugins.hades.testbed.host.PrivateHost;
import io.jenkins.plugins.hades.testbed.process.Launched;
import io.jenkins.plugins.hades.testbed.process.TestbedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A PostgreSQL server on port 5432 of a private host, with passwords as in production; only that data is not forced to disk, as it lives no longer than the
 * host. Methods block until done and are not meant for several threads at once.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Path INSTALLATIONS = Path.of("/usr/lib/postgresql");
    private static final int PORT = 5432;

    private final PrivateHost host;
    private final Path programs;
    private final String data;
    private final String password = UUID.randomUUID().toString();
    private Launched process;

    private PostgresServer(PrivateHost host, Path programs) {
        this.host = host;
        this.programs = programs;
        this.data = "/srv/postgres";
        initialize();
        this.process = launch();
    }

    /**
     * Makes a database cluster, starts its server and waits until it answers.
     *
     * @param host where it runs; it can have one server
     * @return the running server
     * @throws TestbedException when PostgreSQL is not installed or does not start, with its last log lines
     */
    public static PostgresServer startOn(PrivateHost host) {
        Path programs = programs()
                .orElseThrow(() -> new TestbedException(
                        "There is no " + INSTALLATIONS + "/*/bin/initdb: apt-get install postgresql"));
        return new PostgresServer(host, programs);
    }

    /**
     * The programs of the newest PostgreSQL of this machine.
     *
     * @return their folder, empty when none is installed
     */
    public static Optional<Path> programs() {
        if (!Files.isDirectory(INSTALLATIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLATIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.comparing(
                            bin -> Integer.valueOf(bin.getParent().getFileName().toString())));
        } catch (IOException e) {
            throw new TestbedException("Cannot list " + INSTALLATIONS + ": " + e.getMessage(), e);
        }
    }

    /**
     * Makes an empty database with a name of its own.
     *
     * @return how to connect to it, with the rights of a superuser
     */
    public PostgresDatabase createDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        asPostgres("createdb", "--host", "/run", "--port", Integer.toString(PORT), name);
        return new PostgresDatabase(
                "jdbc:postgresql://" + host.address() + ":" + PORT + "/" + name, "postgres", password);
    }

    /** Ends the server by SIGKILL; connections break. Nothing answers until {@link #start()}. */
    public void kill9() {
        List<ProcessHandle> children = process.handle().children().toList();
        process.kill();
        children.forEach(ProcessHandle::destroyForcibly);
        children.forEach(child -> child.onExit().join());
    }

    /** Starts the server after {@link #kill9()}; it recovers its data first. */
    public void start() {
        if (!process.alive()) {
            process = launch();
        }
    }

    /** Stops the server; its data goes with the host. */
    @Override
    public void close() {
        process.close();
    }

    private void initialize() {
        Path passwordFile = host.file("/run/postgres-password");
        try {
            Files.writeString(passwordFile, password);
            host.command("install", "-d", "-o", "postgres", "-m", "700", data)
                    .run()
                    .orFail();
            host.command("chown", "postgres", "/run/postgres-password").run().orFail();
            host.command("chmod", "1777", "/run").run().orFail();
            asPostgres(
                    "initdb",
                    "--no-sync",
                    "--auth-local=peer",
                    "--auth-host=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--pwfile=/run/postgres-password",
                    "--pgdata=" + data);
            Files.writeString(
                    host.file(data + "/pg_hba.conf"), "local all all peer\nhost all all 0.0.0.0/0 scram-sha-256\n");
        } catch (IOException e) {
            throw new TestbedException("Cannot configure PostgreSQL on " + host.name() + ": " + e.getMessage(), e);
        }
    }

    private Launched launch() {
        List<String> words = new ArrayList<>(identity());
        words.addAll(List.of(programs.resolve("postgres").toString(), "-D", data, "-k", "/run", "-p", "" + PORT));
        words.addAll(List.of("-c", "listen_addresses=*", "-c", "fsync=off", "-c", "full_page_writes=off"));
        return host.start("PostgreSQL", Map.of(), host.folder().resolve("postgres.log"), words.toArray(String[]::new))
                .await(this::answers);
    }

    private boolean answers() {
        return host.command(programs.resolve("pg_isready").toString(), "--quiet", "--host", "/run")
                        .run()
                        .exit()
                == 0;
    }

    private void asPostgres(String program, String... arguments) {
        List<String> words = new ArrayList<>(identity());
        words.add(programs.resolve(program).toString());
        words.addAll(List.of(arguments));
        host.command(words.toArray(String[]::new)).run().orFail();
    }

    private static List<String> identity() {
        return List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--");
    }
}
