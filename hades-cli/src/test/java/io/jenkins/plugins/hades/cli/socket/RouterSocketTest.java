package io.jenkins.plugins.hades.cli.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.cli.client.HadesClient;
import io.jenkins.plugins.hades.cli.client.SocketTransport;
import io.jenkins.plugins.hades.cli.home.Home;
import io.jenkins.plugins.hades.cli.session.Session;
import io.jenkins.plugins.hades.cli.session.Sessions;
import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.model.Environment;
import io.jenkins.plugins.hades.model.Project;
import io.jenkins.plugins.hades.model.Variable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A second process' way to the store: over the socket of the one that owns it. */
class RouterSocketTest {
    @TempDir
    Path folder;

    private Home home;
    private Session owner;
    private HadesClient client;

    @BeforeEach
    void open() throws Exception {
        home = new Home(folder.resolve("home"), folder.resolve("servers.yml"));
        owner = Sessions.open(home, true, note -> {});
        client = new HadesClient(new SocketTransport(home.socket()));
    }

    @AfterEach
    void close() {
        client.close();
        owner.close();
    }

    @Test
    void theSocketIsForItsOwnerAlone() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.socket())))
                .isEqualTo("rw-------");
    }

    @Test
    void anotherSessionJoinsTheOwner() throws Exception {
        try (Session joined = Sessions.open(home, true, note -> {})) {
            assertThat(owner.owner()).isTrue();
            assertThat(joined.owner()).isFalse();
            assertThat(joined.client().list("/projects", Map.of(), Project.class))
                    .isEmpty();
        }
    }

    @Test
    void whatOneSideWritesTheOtherReads() throws Exception {
        Project project = client.send(
                "PUT", "/projects/shop", Map.of("repository", "https://example.org/shop.git"), Project.class);
        Environment environment = client.send(
                "POST", "/projects/" + project.id() + "/environments", Map.of("name", "staging"), Environment.class);

        assertThat(owner.client().get("/environments/" + environment.id(), Environment.class))
                .isEqualTo(environment);
    }

    @Test
    void aSecretGoesInAndDoesNotComeOut() throws Exception {
        Project project = client.send(
                "PUT", "/projects/shop", Map.of("repository", "https://example.org/shop.git"), Project.class);
        Environment environment = client.send(
                "POST", "/projects/" + project.id() + "/environments", Map.of("name", "staging"), Environment.class);
        String path = "/environments/" + environment.id() + "/variables";
        Map<String, Object> secret = Map.of("name", "PASSWORD", "value", "hunter2secret", "secret", true);

        client.send("PATCH", path, Map.of("set", List.of(secret)), Object.class);

        assertThat(client.plain(path, Map.of()).body()).contains("PASSWORD").doesNotContain("hunter2secret");
        assertThat(client.list(path, Map.of(), Variable.class)).singleElement().satisfies(variable -> {
            assertThat(variable.secret()).isTrue();
            assertThat(variable.value()).isEmpty();
        });
    }

    @Test
    void aBodyThatIsNoJsonIsTold() {
        assertThatThrownBy(() ->
                        client.send("PUT", "/projects/shop", Map.of("repository", 1, "unknown", 2), Project.class))
                .isInstanceOfSatisfying(HadesException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.BAD_INPUT));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> client.get("/operations/1", Object.class))
                .isInstanceOfSatisfying(HadesException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.NOT_FOUND));
        assertThatThrownBy(() -> client.get("/nothing", Object.class))
                .isInstanceOfSatisfying(HadesException.class, failure -> assertThat(failure.kind())
                        .isEqualTo(ErrorKind.NOT_FOUND));
    }
}
