package io.jenkins.plugins.hades.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.hades.error.ErrorKind;
import io.jenkins.plugins.hades.error.HadesException;
import io.jenkins.plugins.hades.ssh.HostKeyPolicy;
import io.jenkins.plugins.hades.ssh.ServerRole;
import io.jenkins.plugins.hades.ssh.ServerSpec;
import io.jenkins.plugins.hades.ssh.SshAddress;
import io.jenkins.plugins.hades.ssh.SshLogin;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAllowanceTest {
    @Test
    void aListedProjectMayRun() {
        assertThatCode(() -> ServerAllowance.check(server(List.of("shop"), List.of(), false), "shop", run("{}")))
                .doesNotThrowAnyException();
        assertThatCode(() -> ServerAllowance.check(server(List.of("team/**"), List.of(), false), "team/a/b", run("{}")))
                .doesNotThrowAnyException();
        assertThatCode(() -> ServerAllowance.check(server(List.of("*"), List.of(), false), "team/a", run("{}")))
                .doesNotThrowAnyException();
    }

    @Test
    void aProjectThatIsNotListedIsRefusedWithTheSettingToChange() {
        refused(server(List.of(), List.of(), false), "{}", "\"projects\" of server web");
        refused(server(List.of("sho"), List.of(), false), "{}", "add \"shop\"");
    }

    @Test
    void theServerMustHaveTheRole() {
        ServerSpec builder = server(Set.of(ServerRole.BUILD));
        ServerSpec deployer = server(Set.of(ServerRole.DEPLOY));

        refused(builder, "{}", "\"deploy\" to \"roles\"");
        assertThatCode(() -> ServerAllowance.checkBuild(builder, "shop")).doesNotThrowAnyException();
        assertThatThrownBy(() -> ServerAllowance.checkBuild(deployer, "shop"))
                .hasMessageContaining("\"build\" to \"roles\"");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/srv", "/srv/other", "/srv/filesystem", "/", "/srv/files2"})
    void aFolderThatIsNotBelowAnAllowedOneIsRefused(String folder) {
        refused(
                server(List.of("*"), List.of("/srv/files"), false),
                "{volumes: ['" + folder + ":/x']}",
                "\"mounts\" of server web");
    }

    @Test
    void anAllowedFolderAndThoseBelowItMayBeMounted() {
        ServerSpec server = server(List.of("*"), List.of("/srv/files/", "/data"), false);

        assertThatCode(() -> ServerAllowance.check(
                        server, "shop", run("{volumes: ['/srv/files:/a', '/srv/files/b/c:/b', '/data:/c', 'v1:/d']}")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0} below /srv: {1}")
    @CsvSource({
        "/srv/../etc, false",
        "/srv/a/../b, false",
        "srv, false",
        "/srv//a, true",
        "/srv/./a, false",
        "/srv/a, true"
    })
    void aPathThatIsNotNormalIsBelowNothing(String path, boolean below) {
        assertThat(ServerAllowance.isBelow(List.of("/srv"), path)).isEqualTo(below);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{privileged: true}", "{capabilities: [SYS_ADMIN]}", "{network: host}"})
    void privilegedOptionsNeedAServerThatAllowsThem(String settings) {
        refused(server(List.of("*"), List.of(), false), settings, "\"privileged: true\" for server web");
        assertThatCode(() -> ServerAllowance.check(server(List.of("*"), List.of(), true), "shop", run(settings)))
                .doesNotThrowAnyException();
    }

    private static void refused(ServerSpec server, String settings, String setting) {
        assertThatThrownBy(() -> ServerAllowance.check(server, "shop", run(settings)))
                .isInstanceOfSatisfying(
                        HadesException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.FORBIDDEN))
                .hasMessageContaining(setting);
    }

    private static RunConfig run(String yaml) {
        return ProjectConfigReader.read("hades.yml", "run: " + yaml).run();
    }

    private static ServerSpec server(Set<ServerRole> roles) {
        return server(roles, List.of("*"), List.of(), false);
    }

    private static ServerSpec server(List<String> projects, List<String> mounts, boolean privileged) {
        return server(Set.of(ServerRole.DEPLOY), projects, mounts, privileged);
    }

    private static ServerSpec server(
            Set<ServerRole> roles, List<String> projects, List<String> mounts, boolean privileged) {
        SshAddress address = new SshAddress(
                "127.0.0.1",
                22,
                "deploy",
                new SshLogin.Password(() -> ""),
                new HostKeyPolicy.Pinned(List.of("SHA256:none")));
        return new ServerSpec(
                "web",
                roles,
                address,
                Optional.empty(),
                projects,
                mounts,
                privileged,
                ServerSpec.DEFAULT_FOLDER,
                ServerSpec.DEFAULT_DOCKER_SOCKET);
    }
}
