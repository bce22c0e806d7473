package io.jenkins.plugins.hades.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.client.SocketTransport;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.cli.secret.KeyFileSealer;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.EnvironmentStatus;
import io.jenkins.plugins.hades.model.Operation;
import io.jenkins.plugins.hades.model.OperationKind;
import io.jenkins.plugins.hades.model.OperationRequest;
import io.jenkins.plugins.hades.model.OperationStatus;
import io.jenkins.plugins.hades.model.OperationStep;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Release;
import io.jenkins.plugins.hades.model.Revision;
import io.jenkins.plugins.hades.store.JdbcStores;
import io.jenkins.plugins.hades.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.awaitility.Awaitility;

/** One Hades on its servers: started as a process, asked through its socket, and looked after from outside. */
final class Rounds implements AutoCloseable {
    /** Longer than the five minutes that settling may take by itself. */
    static final Duration LONG = Duration.ofMinutes(6);

    private final Path folder;
    private final Home home;
    private final CrashBed bed;
    private final HadesClient client;
    private final LogWatch logs;
    private final Map<String, String> texts = new HashMap<>();
    private HadesProcess service;

    Rounds(Path folder) throws IOException {
        this.folder = folder;
        this.bed = new CrashBed(folder);
        this.home = new Home(folder.resolve("home"), bed.servers());
        this.client = new HadesClient(new SocketTransport(home.socket()));
        this.logs = new LogWatch(home.data());
    }

    CrashBed bed() {
        return bed;
    }

    Home home() {
        return home;
    }

    LogWatch logs() {
        return logs;
    }

    HadesProcess service() {
        return service;
    }

    /** Commits a new version, and notes what its page says. */
    void commit() {
        String text = bed.commit();
        texts.put(bed.head(), text);
    }

    /** A command of this Hades. */
    HadesProcess hades(String... arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.addAll(List.of(
                "--home", home.data().toString(), "--servers", home.config().toString()));
        return HadesProcess.start(folder, words.toArray(String[]::new));
    }

    /** A deployment by the command itself, to its end. */
    void deployed(String environment, String... url) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("deploy"));
        words.addAll(List.of(url));
        words.addAll(List.of("--environment", environment));
        try (HadesProcess deploy = hades(words.toArray(String[]::new))) {
            assertThat(deploy.exitCode(LONG.toSeconds()))
                    .as(deploy::saidQuietly)
                    .isZero();
        }
    }

    /** Starts the service, which settles what the process before left, and waits until it can be asked. */
    void start() throws IOException {
        service = hades("service");
        Awaitility.await(service.toString()).atMost(LONG).until(() -> {
            if (!service.alive()) {
                throw new AssertionError("The service ended by itself:\n" + service.said());
            }
            return answers();
        });
    }

    /** Begins to start the service, and does not wait. */
    void beginStart() throws IOException {
        service = hades("service");
    }

    /** Asks for something. */
    Operation submit(Environment environment, OperationKind kind) throws InterruptedException {
        return client.send(
                "POST",
                "/environments/" + environment.id() + "/operations",
                OperationRequest.of(kind),
                Operation.class);
    }

    Operation operation(long id) throws InterruptedException {
        return client.get("/operations/" + id, Operation.class);
    }

    /** Waits for the end of an operation. */
    Operation ended(long id) {
        return Awaitility.await("operation " + id + " ends")
                .atMost(LONG)
                .until(() -> operation(id), operation -> operation.status().ended());
    }

    List<Operation> operations() throws InterruptedException {
        return client.list("/operations", Map.of(), Operation.class);
    }

    Environment environment(String name) throws InterruptedException {
        Project project = client.list("/projects", Map.of(), Project.class).get(0);
        return client.list(
                        "/projects/" + project.id() + "/environments", Map.of("filter[name]", name), Environment.class)
                .get(0);
    }

    /** When each step ended in the newest deployment of each environment. */
    List<KillMoment> usual() throws InterruptedException {
        List<KillMoment> ends = new ArrayList<>();
        for (String name : List.of(CrashBed.BESIDE, CrashBed.INSTEAD)) {
            ends.add(new KillMoment(name, "", 100_000));
            String operations = "/environments/" + environment(name).id() + "/operations";
            Operation newest =
                    client.list(operations, Map.of(), Operation.class).get(0);
            String steps = "/operations/" + newest.id() + "/steps";
            for (OperationStep step : client.list(steps, Map.of(), OperationStep.class)) {
                Duration took =
                        Duration.between(step.startedAt(), step.endedAt().orElseThrow());
                ends.add(new KillMoment(name, LogWatch.plain(step.name()), took.toNanos() / 1000));
            }
        }
        return ends;
    }

    /** What the page of the release says that Hades takes for the serving one. */
    String expected(Environment environment) throws InterruptedException {
        Optional<Release> release =
                client.list("/environments/" + environment.id() + "/releases", Map.of(), Release.class).stream()
                        .filter(one -> one.number() == environment.release())
                        .findFirst();
        return release.map(Release::revision)
                .map(Revision.Git.class::cast)
                .map(revision -> texts.get(revision.commit()))
                .orElse("");
    }

    /** Whether a start of Hades settled an operation. */
    boolean recovered(long operation) {
        return logs.lines(operation).stream().anyMatch(line -> line.startsWith(LogWatch.RECOVERED));
    }

    /** The number of the newest operation. No process has the store open; or the service answers. */
    long lastOperation() throws InterruptedException {
        return service != null && service.alive()
                ? operations().get(0).id()
                : read(store ->
                        store.operations().list(Optional.empty(), 0, 1).get(0).id());
    }

    /** Nothing is pending, nobody works, nothing is locked. No process has the store open. */
    void checkRecords(String round) {
        List<Environment> environments = read(store ->
                store.environments().list(store.projects().list().get(0).id()));
        assertThat(environments).as(round).extracting(Environment::status).containsOnly(EnvironmentStatus.RUNNING);
        List<Operation> open = read(store -> store.operations().open());
        assertThat(open).as(round).allMatch(operation -> operation.status() == OperationStatus.QUEUED);
        assertThat(environments).as(round).allMatch(environment -> read(store ->
                        store.locks().find(environment.id()))
                .isEmpty());
    }

    private <T> T read(Function<Store, T> reader) {
        try (Store store = JdbcStores.h2(home.store(), new KeyFileSealer(home.key()))) {
            return reader.apply(store);
        }
    }

    /** Whether an operation has ended, as far as can be said: not if nobody answers. */
    boolean over(long id) {
        try {
            return operation(id).status().ended();
        } catch (HadesException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private boolean answers() {
        try {
            client.list("/projects", Map.of(), Project.class);
            return true;
        } catch (HadesException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        client.close();
        if (service != null) {
            service.close();
        }
    }
}
